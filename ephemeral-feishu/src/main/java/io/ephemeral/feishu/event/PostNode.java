package io.ephemeral.feishu.event;

import java.util.List;

import io.ephemeral.feishu.event.MessageReceived.Mention;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Part of a paragraph of rich text. The {@code toString()} of a node does not contain the
 * words of a person.
 *
 * @see <a href=
 * "https://open.feishu.cn/document/server-docs/im-v1/message-content-description/message_content">Received
 * message content</a>
 */
public sealed interface PostNode {

	/**
	 * Text of one style.
	 *
	 * @param text the text, which may contain keys of mentions such as {@code @_user_1}
	 * @param styles names such as {@code bold}, {@code italic}, {@code underline} or
	 * {@code lineThrough}; empty for plain text
	 */
	record Text(String text, List<String> styles) implements PostNode {

		public Text {
			styles = List.copyOf(styles);
		}

		@Override
		public String toString() {
			return "Text";
		}

	}

	/**
	 * Link.
	 *
	 * @param text the text of the link; empty if the platform does not send it
	 * @param href the address; empty if the platform does not send it
	 * @param styles names such as {@code bold}; empty for plain text
	 */
	record Link(String text, String href, List<String> styles) implements PostNode {

		public Link {
			styles = List.copyOf(styles);
		}

		@Override
		public String toString() {
			return "Link";
		}

	}

	/**
	 * Mention of a person, a bot or all members.
	 *
	 * @param mention the same mention as in {@link MessageReceived#mentions()}
	 */
	record At(Mention mention) implements PostNode {
	}

	/**
	 * Image.
	 *
	 * @param imageKey key of the resource, which is fetched with the id of the message
	 */
	record Image(String imageKey) implements PostNode {

		public Image {
			Assert.hasText(imageKey, "'imageKey' must not be blank");
		}

	}

	/**
	 * Video.
	 *
	 * @param fileKey key of the resource, which is fetched with the id of the message
	 * @param imageKey key of the cover; null if there is none
	 */
	record Media(String fileKey, @Nullable String imageKey) implements PostNode {

		public Media {
			Assert.hasText(fileKey, "'fileKey' must not be blank");
		}

	}

	/**
	 * Emoji of the platform.
	 *
	 * @param emojiType name such as {@code SMILE}
	 */
	record Emotion(String emojiType) implements PostNode {

		public Emotion {
			Assert.hasText(emojiType, "'emojiType' must not be blank");
		}

	}

	/**
	 * Block of code.
	 *
	 * @param language name such as {@code JAVA}; empty if the platform does not send it
	 * @param text the code
	 */
	record CodeBlock(String language, String text) implements PostNode {

		@Override
		public String toString() {
			return "CodeBlock";
		}

	}

	/**
	 * Horizontal rule.
	 */
	record Rule() implements PostNode {
	}

	/**
	 * Text in the platform's Markdown dialect.
	 *
	 * @param text Markdown, which may contain {@code <at user_id="…">} tags
	 */
	record Markdown(String text) implements PostNode {

		@Override
		public String toString() {
			return "Markdown";
		}

	}

	/**
	 * Node of a type without its own record, or node that lacks required fields of its
	 * type.
	 *
	 * @param tag name of the type; empty if the platform does not send it
	 * @param json the node as the platform sent it
	 */
	record Unknown(String tag, JsonNode json) implements PostNode {

		@Override
		public String toString() {
			return "Unknown";
		}

	}

}
