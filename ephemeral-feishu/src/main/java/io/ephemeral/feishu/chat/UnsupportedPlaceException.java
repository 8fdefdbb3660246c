package io.ephemeral.feishu.chat;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.error.ErrorCategory;
import org.jspecify.annotations.Nullable;

/**
 * A card was refused here, because its place takes no ephemeral cards or is not known to
 * take them. Nothing was sent.
 */
public class UnsupportedPlaceException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final String chat;

	private final Reason reason;

	/**
	 * Creates an exception for a place.
	 * @param chat where the card was to be shown
	 * @param reason what is wrong
	 * @param cause why the platform could not be asked; null if it could
	 */
	public UnsupportedPlaceException(ChatId chat, Reason reason, @Nullable Throwable cause) {
		super("Nothing was sent to " + chat + ", because " + reason.description
				+ ((cause != null) ? ": " + cause.getMessage() : ""), cause);
		this.chat = chat.value();
		this.reason = reason;
	}

	/**
	 * Returns where the card was to be shown.
	 * @return the chat
	 */
	public ChatId chat() {
		return new ChatId(this.chat);
	}

	/**
	 * Returns why the place does not show ephemeral cards.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Returns the category that a refusal by the platform would have.
	 * @return {@link ErrorCategory#UNKNOWN} if the platform could not be asked, otherwise
	 * {@link ErrorCategory#CHAT_UNSUPPORTED}
	 */
	public ErrorCategory category() {
		return (this.reason == Reason.NOT_REACHED) ? ErrorCategory.UNKNOWN : ErrorCategory.CHAT_UNSUPPORTED;
	}

	/**
	 * What is wrong with a place.
	 */
	public enum Reason {

		/**
		 * The conversation is in a thread, and the platform would show the card outside
		 * of it.
		 */
		THREAD("ephemeral cards cannot be shown in a thread"),

		/** The group is a topic group, or is shown as one. */
		TOPIC_GROUP("topic groups take no ephemeral cards"),

		/** The chat is no group. */
		ONE_TO_ONE_CHAT("one-to-one chats take no ephemeral cards"),

		/** The platform named a kind of chat that is unknown here. */
		UNKNOWN_KIND("the platform returned no known kind of chat; check that the bot is in the chat"),

		/** The platform could not be asked. */
		NOT_REACHED("the check of the chat failed");

		private final String description;

		Reason(String description) {
			this.description = description;
		}

	}

}
