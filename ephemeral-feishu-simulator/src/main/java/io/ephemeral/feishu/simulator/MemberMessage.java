package io.ephemeral.feishu.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.simulator.tenant.Ids;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.ephemeral.feishu.simulator.tenant.Message;
import io.ephemeral.feishu.simulator.tenant.WrittenMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Message that a member sends. As in the platform's client, text of one line is a message
 * of the type {@code text}; several lines, a link or a picture make it one of the type
 * {@code post}, which is rich text.
 *
 * <pre>{@code
 * chat.member("ada").sends(MemberMessage.builder().image().mentionBot().text("/remind").build())
 * }</pre>
 */
public final class MemberMessage {

	private static final String ALL_KEY = "@_all";

	private final WrittenMessage written;

	private MemberMessage(WrittenMessage written) {
		this.written = written;
	}

	/**
	 * Creates a text, which is rich text if it has several lines.
	 * @param text the text, of one or more lines
	 * @return the message
	 */
	public static MemberMessage text(String text) {
		return builder().text(text).build();
	}

	/**
	 * Starts a message of several parts.
	 * @return a builder of an empty message
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Creates a picture.
	 * @return a message of the type {@code image}
	 */
	public static MemberMessage image() {
		return of("image", object().put("image_key", imageKey()), "[Image]");
	}

	/**
	 * Creates a file.
	 * @param name name of the file
	 * @return a message of the type {@code file}
	 */
	public static MemberMessage file(String name) {
		return of("file", object().put("file_key", fileKey()).put("file_name", name), "[File] " + name);
	}

	/**
	 * Creates a voice message.
	 * @param duration the length
	 * @return a message of the type {@code audio}
	 */
	public static MemberMessage audio(Duration duration) {
		return of("audio", object().put("file_key", fileKey()).put("duration", duration.toMillis()), "[Audio]");
	}

	/**
	 * Creates a video.
	 * @param name name of the file
	 * @param duration the length
	 * @return a message of the type {@code media}
	 */
	public static MemberMessage video(String name, Duration duration) {
		return of("media",
				object().put("file_key", fileKey())
					.put("image_key", imageKey())
					.put("file_name", name)
					.put("duration", duration.toMillis()),
				"[Video] " + name);
	}

	/**
	 * Creates a sticker.
	 * @return a message of the type {@code sticker}
	 */
	public static MemberMessage sticker() {
		return of("sticker", object().put("file_key", "v2_" + Ids.random()), "[Sticker]");
	}

	/**
	 * Creates a place on the map.
	 * @param name name of the place
	 * @param longitude degrees to the east
	 * @param latitude degrees to the north
	 * @return a message of the type {@code location}
	 */
	public static MemberMessage location(String name, double longitude, double latitude) {
		return of("location",
				object().put("name", name)
					.put("longitude", Double.toString(longitude))
					.put("latitude", Double.toString(latitude)),
				"[Location] " + name);
	}

	/**
	 * Creates the share of a group.
	 * @param chat the group
	 * @return a message of the type {@code share_chat}
	 */
	public static MemberMessage chat(SimulatedChat chat) {
		return of("share_chat", object().put("chat_id", chat.id()), "[Group] " + chat.name());
	}

	/**
	 * Creates the share of a person's contact card.
	 * @param person the person
	 * @return a message of the type {@code share_user}
	 */
	public static MemberMessage contact(SimulatedMember person) {
		return of("share_user", object().put("user_id", person.openId()), "[Contact] " + person.name());
	}

	/**
	 * Creates forwarded messages, whose content is not JSON.
	 * @return a message of the type {@code merge_forward}
	 */
	public static MemberMessage mergedForward() {
		return ofType("merge_forward", "Merged and Forwarded Message");
	}

	/**
	 * Creates a message of any type.
	 * @param type the {@code message_type}, such as {@code todo}
	 * @param content the {@code content} of the event, which usually is JSON
	 * @return the message
	 */
	public static MemberMessage ofType(String type, String content) {
		return new MemberMessage(new WrittenMessage(type, content, "[" + type + "]", List.of()));
	}

	private static MemberMessage of(String type, ObjectNode content, String shown) {
		return new MemberMessage(new WrittenMessage(type, Json.text(content), shown, List.of()));
	}

	private static String imageKey() {
		return "img_v3_" + Ids.random();
	}

	private static String fileKey() {
		return "file_v3_" + Ids.random();
	}

	private static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	WrittenMessage written() {
		return this.written;
	}

	@Override
	public String toString() {
		return "MemberMessage[" + this.written.type() + "]";
	}

	/**
	 * Builder of a message, in the order of its parts.
	 */
	public static final class Builder {

		private final List<List<ObjectNode>> lines = new ArrayList<>(List.of(new ArrayList<>()));

		private final List<WrittenMessage.Mention> mentions = new ArrayList<>();

		private final StringBuilder text = new StringBuilder();

		private final StringBuilder shown = new StringBuilder();

		private boolean rich;

		private Builder() {
		}

		/**
		 * Adds text.
		 * @param text the text, of one or more lines
		 * @return this builder
		 */
		public Builder text(String text) {
			String[] parts = text.split("\\R", -1);
			for (int index = 0; index < parts.length; index++) {
				if (index > 0) {
					this.rich = true;
					this.lines.add(new ArrayList<>());
					this.shown.append('\n');
				}
				write(parts[index]);
			}
			return this;
		}

		/** Text behind text is one node. */
		private void write(String text) {
			ObjectNode before = last().isEmpty() ? null : last().get(last().size() - 1);
			if (before != null && before.path("tag").asString().equals("text")) {
				before.put("text", before.path("text").asString() + text);
			}
			else if (!text.isEmpty()) {
				last().add(node("text").put("text", text));
			}
			this.text.append(text);
			this.shown.append(text);
		}

		/**
		 * Mentions the bot, and adds a blank.
		 * @return this builder
		 */
		public Builder mentionBot() {
			return mention(null, "");
		}

		/**
		 * Mentions a member, and adds a blank.
		 * @param member the member
		 * @return this builder
		 */
		public Builder mention(SimulatedMember member) {
			return mention(member, "@" + member.name() + " ");
		}

		private Builder mention(@Nullable SimulatedMember member, String shown) {
			WrittenMessage.Mention mention = new WrittenMessage.Mention("@_user_" + (this.mentions.size() + 1),
					(member != null) ? member.person() : null);
			this.mentions.add(mention);
			return at(mention.key(), mention.name(), shown);
		}

		/**
		 * Mentions all members of the chat, and adds a blank.
		 * @return this builder
		 */
		public Builder mentionAll() {
			return at(ALL_KEY, "all", "@all ");
		}

		/** The client puts a blank behind a mention. */
		private Builder at(String key, String name, String shown) {
			add(node("at").put("user_id", key).put("user_name", name), key + " ", shown);
			last().add(node("text").put("text", " "));
			return this;
		}

		/**
		 * Adds a link.
		 * @param text text of the link
		 * @param href address
		 * @return this builder
		 */
		public Builder link(String text, String href) {
			this.rich = true;
			return add(node("a").put("href", href).put("text", text), text, text);
		}

		/**
		 * Adds a picture, on a line of its own.
		 * @return this builder
		 */
		public Builder image() {
			this.rich = true;
			if (!last().isEmpty()) {
				this.lines.add(new ArrayList<>());
				this.shown.append('\n');
			}
			add(object().put("tag", "img").put("image_key", imageKey()), "", "[Image]\n");
			this.lines.add(new ArrayList<>());
			return this;
		}

		private static ObjectNode node(String tag) {
			ObjectNode node = object().put("tag", tag);
			node.putArray("style");
			return node;
		}

		private List<ObjectNode> last() {
			return this.lines.get(this.lines.size() - 1);
		}

		private Builder add(ObjectNode node, String text, String shown) {
			last().add(node);
			this.text.append(text);
			this.shown.append(shown);
			return this;
		}

		/**
		 * Finishes the message.
		 * @return the message
		 */
		public MemberMessage build() {
			String shown = this.shown.toString().strip();
			return new MemberMessage(this.rich ? new WrittenMessage("post", Json.text(post()), shown, this.mentions)
					: new WrittenMessage(Message.TEXT, Json.text(object().put("text", this.text.toString())), shown,
							this.mentions));
		}

		private ObjectNode post() {
			ObjectNode post = object().put("title", "");
			ArrayNode content = post.putArray("content");
			int last = this.lines.size() - 1;
			for (int index = 0; index <= last; index++) {
				if (index < last || !this.lines.get(index).isEmpty()) {
					content.addArray().addAll(this.lines.get(index));
				}
			}
			return post;
		}

	}

}
