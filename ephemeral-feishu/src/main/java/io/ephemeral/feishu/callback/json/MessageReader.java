package io.ephemeral.feishu.callback.json;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.event.MessageContent;
import io.ephemeral.feishu.event.MessageContent.Audio;
import io.ephemeral.feishu.event.MessageContent.CardMessage;
import io.ephemeral.feishu.event.MessageContent.File;
import io.ephemeral.feishu.event.MessageContent.Image;
import io.ephemeral.feishu.event.MessageContent.Location;
import io.ephemeral.feishu.event.MessageContent.Media;
import io.ephemeral.feishu.event.MessageContent.MergeForward;
import io.ephemeral.feishu.event.MessageContent.Other;
import io.ephemeral.feishu.event.MessageContent.Post;
import io.ephemeral.feishu.event.MessageContent.ShareChat;
import io.ephemeral.feishu.event.MessageContent.ShareUser;
import io.ephemeral.feishu.event.MessageContent.Sticker;
import io.ephemeral.feishu.event.MessageContent.Text;
import io.ephemeral.feishu.event.MessageReceived.Mention;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reader of the content of a message, which is JSON in a string. Content of an unexpected
 * shape becomes {@link Other}, so that no event is lost.
 */
public final class MessageReader {

	/**
	 * Maximum number of nested strings; more than one, because some senders put JSON into
	 * a string twice.
	 */
	private static final int MOST_STRINGS = 3;

	private final Mentions mentions;

	private final PostReader posts;

	private final MessageContent content;

	private final String text;

	public MessageReader(JsonNode message) {
		this.mentions = new Mentions(message.path("mentions"));
		this.posts = new PostReader(this.mentions);
		this.content = read(message.path("message_type").asString(""), unwrapped(message.path("content")));
		this.text = text(this.content);
	}

	/**
	 * Reads JSON that may be inside a string.
	 * @return the JSON; the string itself if it contains no JSON
	 */
	static JsonNode unwrapped(JsonNode node) {
		JsonNode json = node;
		for (int strings = 0; json.isString() && strings < MOST_STRINGS; strings++) {
			try {
				json = CallbackMapper.INSTANCE.readTree(json.stringValue());
			}
			catch (JacksonException ex) {
				return json;
			}
		}
		return json;
	}

	private MessageContent read(String type, JsonNode json) {
		try {
			MessageContent content = json.isObject() ? known(type, json) : null;
			return (content != null) ? content : withoutJson(type, json);
		}
		catch (IllegalArgumentException ex) {
			return new Other(type, json);
		}
	}

	private @Nullable MessageContent known(String type, JsonNode json) {
		return switch (type) {
			case "text" -> json.path("text").isValueNode() ? new Text(json.path("text").asString("")) : null;
			case "post" -> this.posts.read(json);
			case "image" -> new Image(json.path("image_key").asString(""));
			case "file" -> new File(fileKey(json), json.path("file_name").asString(""));
			case "audio" -> new Audio(fileKey(json), duration(json));
			case "media" -> new Media(fileKey(json), PlatformValues.text(json.path("image_key")),
					json.path("file_name").asString(""), duration(json));
			case "sticker" -> new Sticker(fileKey(json));
			case "location" -> new Location(json.path("name").asString(""), degrees(json.path("longitude")),
					degrees(json.path("latitude")));
			case "share_chat" -> new ShareChat(new ChatId(json.path("chat_id").asString("")));
			case "share_user" -> new ShareUser(Viewer.openId(json.path("user_id").asString("")));
			case "interactive" -> new CardMessage(json);
			default -> null;
		};
	}

	private static MessageContent withoutJson(String type, JsonNode json) {
		return type.equals("merge_forward") ? new MergeForward() : new Other(type, json);
	}

	private static String fileKey(JsonNode json) {
		return json.path("file_key").asString("");
	}

	private static @Nullable Duration duration(JsonNode json) {
		try {
			return Duration.ofMillis(Long.parseLong(json.path("duration").asString("")));
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static @Nullable Double degrees(JsonNode json) {
		try {
			return Double.valueOf(json.asString(""));
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private String text(MessageContent content) {
		if (content instanceof Text text) {
			return Mentions.withoutMarks(this.mentions.mark(text.text())).strip();
		}
		return (content instanceof Post post) ? this.posts.text(post) : "";
	}

	public MessageContent content() {
		return this.content;
	}

	/**
	 * Returns the words of the sender, without mentions; empty if the type has no text.
	 */
	public String text() {
		return this.text;
	}

	public List<Mention> mentions() {
		return this.mentions.all();
	}

}
