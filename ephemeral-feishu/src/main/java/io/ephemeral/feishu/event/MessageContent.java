package io.ephemeral.feishu.event;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Content of a message by its type, with the keys of its resources.
 * {@code GET /open-apis/im/v1/messages/:message_id/resources/:file_key} returns the image
 * or file of a key. The {@code toString()} of a content does not contain the words of a
 * person.
 *
 * @see <a href=
 * "https://open.feishu.cn/document/server-docs/im-v1/message-content-description/message_content">Received
 * message content</a>
 */
public sealed interface MessageContent {

	/**
	 * Text.
	 *
	 * @param text the text as the platform sent it, with keys of mentions such as
	 * {@code @_user_1}; {@link MessageReceived#text()} is without them
	 */
	record Text(String text) implements MessageContent {

		@Override
		public String toString() {
			return "Text";
		}

	}

	/**
	 * Rich text. A client sends it when a person writes several lines, a list, a link, or
	 * an image together with text.
	 *
	 * @param title the title; empty if there is none
	 * @param paragraphs the paragraphs, each a list of nodes; a paragraph may be empty
	 */
	record Post(String title, List<List<PostNode>> paragraphs) implements MessageContent {

		public Post {
			paragraphs = paragraphs.stream().map(List::copyOf).toList();
		}

		@Override
		public String toString() {
			return "Post";
		}

	}

	/**
	 * Image.
	 *
	 * @param imageKey key of the resource, usually {@code img_…}
	 */
	record Image(String imageKey) implements MessageContent {

		public Image {
			Assert.hasText(imageKey, "'imageKey' must not be blank");
		}

	}

	/**
	 * File.
	 *
	 * @param fileKey key of the resource, usually {@code file_…}
	 * @param name name of the file; empty if the platform does not send it
	 */
	record File(String fileKey, String name) implements MessageContent {

		public File {
			Assert.hasText(fileKey, "'fileKey' must not be blank");
		}

		@Override
		public String toString() {
			return "File[" + this.fileKey + "]";
		}

	}

	/**
	 * Voice message.
	 *
	 * @param fileKey key of the resource, usually {@code file_…}
	 * @param duration the length; null if the platform does not send it
	 */
	record Audio(String fileKey, @Nullable Duration duration) implements MessageContent {

		public Audio {
			Assert.hasText(fileKey, "'fileKey' must not be blank");
		}

	}

	/**
	 * Video.
	 *
	 * @param fileKey key of the resource, usually {@code file_…}
	 * @param imageKey key of the cover, usually {@code img_…}; null if there is none
	 * @param name name of the file; empty if the platform does not send it
	 * @param duration the length; null if the platform does not send it
	 */
	record Media(String fileKey, @Nullable String imageKey, String name,
			@Nullable Duration duration) implements MessageContent {

		public Media {
			Assert.hasText(fileKey, "'fileKey' must not be blank");
		}

		@Override
		public String toString() {
			return "Media[" + this.fileKey + "]";
		}

	}

	/**
	 * Sticker.
	 *
	 * @param fileKey key of the sticker; an app cannot fetch stickers
	 */
	record Sticker(String fileKey) implements MessageContent {

		public Sticker {
			Assert.hasText(fileKey, "'fileKey' must not be blank");
		}

	}

	/**
	 * Place on the map.
	 *
	 * @param name name of the place; empty if the platform does not send it
	 * @param longitude degrees to the east; null if the platform does not send it
	 * @param latitude degrees to the north; null if the platform does not send it
	 */
	record Location(String name, @Nullable Double longitude, @Nullable Double latitude) implements MessageContent {

		@Override
		public String toString() {
			return "Location";
		}

	}

	/**
	 * Shared group.
	 *
	 * @param chat the group
	 */
	record ShareChat(ChatId chat) implements MessageContent {
	}

	/**
	 * Shared contact card of a person.
	 *
	 * @param user the person, by open id
	 */
	record ShareUser(Viewer user) implements MessageContent {
	}

	/**
	 * Several forwarded messages. The event does not contain them;
	 * {@code GET /open-apis/im/v1/messages/:message_id} returns them.
	 */
	record MergeForward() implements MessageContent {
	}

	/**
	 * Card, such as one that a person forwarded or another bot sent.
	 *
	 * @param json the card in the platform's format for readers, which differs from the
	 * format for sending
	 */
	record CardMessage(JsonNode json) implements MessageContent {

		@Override
		public String toString() {
			return "CardMessage";
		}

	}

	/**
	 * Content of a type without its own record, or content that lacks required fields of
	 * its type.
	 *
	 * @param type the {@code message_type}, such as {@code todo}
	 * @param json the content as JSON; a string node if it is not JSON, and a missing
	 * node if there is none
	 */
	record Other(String type, JsonNode json) implements MessageContent {

		@Override
		public String toString() {
			return "Other[" + this.type + "]";
		}

	}

}
