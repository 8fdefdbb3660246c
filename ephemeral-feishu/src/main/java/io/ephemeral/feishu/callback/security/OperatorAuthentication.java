package io.ephemeral.feishu.callback.security;

import io.ephemeral.feishu.callback.CardActionEvent;
import reactor.core.publisher.Mono;

import org.springframework.security.core.Authentication;

/**
 * Source of the {@link Authentication} of the user who clicked. If there is a bean of
 * this type, handlers and the work after their replies run with it, so that
 * {@code @PreAuthorize} works.
 */
@FunctionalInterface
public interface OperatorAuthentication {

	/**
	 * Returns the authentication for a click. The platform reports who clicked, so the
	 * user needs no other proof. This method must not block.
	 * @param event the click; {@link CardActionEvent#operator()} is the user
	 * @return a publisher of an authenticated token with the authorities of the user;
	 * empty if the application does not know the user, who is anonymous then. If it
	 * fails, the handler does not run
	 */
	Mono<? extends Authentication> authenticate(CardActionEvent event);

}
