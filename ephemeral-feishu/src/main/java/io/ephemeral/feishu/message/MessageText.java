package io.ephemeral.feishu.message;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import io.ephemeral.feishu.Viewer;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.util.Assert;

/**
 * Text of a message without a card. Plain text never mentions anyone, even if it contains
 * a tag. Mentions have their own method:
 *
 * <pre>{@code
 * MessageText.builder().mention(message.sender()).text(" your reminder is set").build()
 * }</pre>
 *
 * @see <a href=
 * "https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json">Sent
 * message content</a>
 */
public final class MessageText {

	/** Limit of 150 KB, with 1024 bytes in a KB. */
	private static final int MAX_SIZE = 150 * 1024;

	/** Possible start of a tag. */
	private static final Pattern TAG_START = Pattern.compile("<(?=\\S)");

	/**
	 * Bracket with a zero-width space, which does not start a tag. The platform documents
	 * no way to escape a tag.
	 */
	private static final String BROKEN_TAG_START = "<\u200B";

	private static final Pattern HALF_A_PAIR = Pattern.compile("\\p{Cs}");

	/** Characters that are not allowed between the quotes of a tag. */
	private static final Pattern NOT_IN_A_TAG = Pattern.compile("[\"<>&\\s]");

	private final String content;

	private MessageText(String markup) {
		Assert.hasText(markup, "A text must not be blank");
		this.content = JsonNodeFactory.instance.objectNode().put("text", markup).toString();
		Assert.isTrue(this.content.getBytes(StandardCharsets.UTF_8).length <= MAX_SIZE,
				"A text must not be larger than 150 KB");
	}

	/**
	 * Creates a text without mentions.
	 * @param text plain text, not blank and at most 150 KB
	 * @return the text
	 */
	public static MessageText of(String text) {
		return builder().text(text).build();
	}

	/**
	 * Creates a builder for a text with mentions.
	 * @return an empty builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Returns the text as content of a message.
	 * @return JSON with the member {@code text}
	 */
	public String toJson() {
		return this.content;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof MessageText text && this.content.equals(text.content);
	}

	@Override
	public int hashCode() {
		return this.content.hashCode();
	}

	@Override
	public String toString() {
		return "MessageText";
	}

	/**
	 * Builder of a text. The parts appear in the order of the calls.
	 */
	public static final class Builder {

		private final StringBuilder markup = new StringBuilder();

		private Builder() {
		}

		/**
		 * Adds plain text, which never mentions anyone.
		 * @param text text of one or more lines
		 * @return this builder
		 */
		public Builder text(String text) {
			String whole = HALF_A_PAIR.matcher(text).replaceAll("\uFFFD");
			boolean tag = this.markup.length() > 0 && this.markup.charAt(this.markup.length() - 1) == '<';
			this.markup.append((tag && !whole.isEmpty()) ? BROKEN_TAG_START.substring(1) : "")
				.append(TAG_START.matcher(whole).replaceAll(BROKEN_TAG_START));
			return this;
		}

		/**
		 * Adds a mention of one person or bot, who is notified.
		 * @param person the person, by open id or user id; the platform shows the name
		 * @return this builder
		 * @throws IllegalArgumentException if the person is an e-mail address, which the
		 * platform does not support here
		 */
		public Builder mention(Viewer person) {
			Assert.isTrue(!(person instanceof Viewer.Email),
					"A text mentions a person by open id or user id, not by e-mail address");
			Assert.isTrue(!NOT_IN_A_TAG.matcher(person.value()).find(), () -> "'" + person.value()
					+ "' cannot be mentioned in a text, because it is not an id of the platform");
			return tag(person.value());
		}

		/**
		 * Adds a mention of all members of the chat, who are notified. The platform
		 * refuses the message unless the settings of the group allow this mention.
		 * @return this builder
		 */
		public Builder mentionAll() {
			return tag("all");
		}

		private Builder tag(String id) {
			this.markup.append("<at user_id=\"").append(id).append("\"></at>");
			return this;
		}

		/**
		 * Creates the text.
		 * @return the text
		 * @throws IllegalArgumentException if the text is blank or larger than 150 KB
		 */
		public MessageText build() {
			return new MessageText(this.markup.toString());
		}

	}

}
