package io.ephemeral.feishu.callback;

import java.util.Set;

import reactor.core.publisher.Mono;

/**
 * Handler of clicks on cards. A bean of this type does the same as a method with
 * {@link CardAction}.
 */
public interface CardActionHandler {

	/**
	 * Returns the actions of this handler.
	 * @return names as in {@link CardActionEvent#action()}; each name may have only one
	 * handler
	 */
	Set<String> actions();

	/**
	 * Handles a click. It runs on a thread that must not be blocked.
	 * @param event the click
	 * @return the reply, or nothing; on an error the user sees that the action failed
	 */
	Mono<CardActionReply> handle(CardActionEvent event);

}
