package io.ephemeral.feishu.chat;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.error.ErrorCategory;
import org.jspecify.annotations.Nullable;

/**
 * Exception thrown by the library when a chat or thread does not support ephemeral cards,
 * or when this is not certain. Nothing was sent.
 */
public class UnsupportedPlaceException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final String chat;

	private final Reason reason;

	/**
	 * Creates an exception for a chat.
	 * @param chat chat of the card
	 * @param reason reason of the refusal
	 * @param cause error of the check; null if the check did not fail
	 */
	public UnsupportedPlaceException(ChatId chat, Reason reason, @Nullable Throwable cause) {
		super("Nothing was sent to " + chat + ", because " + reason.description
				+ ((cause != null) ? ": " + cause.getMessage() : ""), cause);
		this.chat = chat.value();
		this.reason = reason;
	}

	/**
	 * Returns the chat of the card.
	 * @return the chat
	 */
	public ChatId chat() {
		return new ChatId(this.chat);
	}

	/**
	 * Returns the reason of the refusal.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Returns the category of the same refusal by the platform.
	 * @return {@link ErrorCategory#UNKNOWN} if the check failed;
	 * {@link ErrorCategory#CHAT_UNSUPPORTED} otherwise
	 */
	public ErrorCategory category() {
		return (this.reason == Reason.NOT_REACHED) ? ErrorCategory.UNKNOWN : ErrorCategory.CHAT_UNSUPPORTED;
	}

	/**
	 * Reason of a refusal.
	 */
	public enum Reason {

		/**
		 * The card is for a thread, and the platform would show it outside of the thread.
		 */
		THREAD("ephemeral cards cannot be shown in a thread"),

		/** The group is a topic group, or shows its messages as topics. */
		TOPIC_GROUP("topic groups do not support ephemeral cards"),

		/** The chat is a direct chat. */
		ONE_TO_ONE_CHAT("direct chats do not support ephemeral cards"),

		/** The library does not know the kind of chat that the platform returned. */
		UNKNOWN_KIND(
				"the library does not know the kind of chat that the platform returned; check that the bot is in the chat"),

		/** The check of the chat failed. */
		NOT_REACHED("the check of the chat failed");

		private final String description;

		Reason(String description) {
			this.description = description;
		}

	}

}
