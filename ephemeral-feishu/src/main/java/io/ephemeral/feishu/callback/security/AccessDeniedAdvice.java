package io.ephemeral.feishu.callback.security;

import io.ephemeral.feishu.callback.CallbackToasts;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.callback.around.CardActionAdvice;
import io.ephemeral.feishu.callback.around.CardExceptionHandler;
import io.ephemeral.feishu.card.CardMessages;

import org.springframework.security.access.AccessDeniedException;

/**
 * Toast for users who lack a right. Methods of the application with
 * {@link CardExceptionHandler} come first.
 */
@CardActionAdvice
public final class AccessDeniedAdvice {

	private final CallbackToasts toasts;

	/**
	 * Creates the advice.
	 * @param messages texts of the application, by the code
	 * {@code feishu.callback.toast.denied}
	 */
	public AccessDeniedAdvice(CardMessages messages) {
		this.toasts = new CallbackToasts(messages);
	}

	@CardExceptionHandler
	CardActionReply denied(AccessDeniedException ex) {
		return CardActionReply.toast(this.toasts.denied());
	}

}
