package io.ephemeral.feishu.callback;

import java.util.Set;

import reactor.core.publisher.Mono;

/**
 * Handler of clicks on cards. A bean of this type is an alternative to a method with
 * {@link CardAction}.
 */
public interface CardActionHandler {

	/**
	 * Returns the actions of this handler.
	 * @return names of actions, see {@link CardActionEvent#action()}; each name may have
	 * only one handler
	 */
	Set<String> actions();

	/**
	 * Handles a click. It runs on a thread that must not be blocked.
	 * @param event the click
	 * @return the reply, or an empty publisher for no reply; if it fails, the user sees a
	 * toast that the action failed
	 */
	Mono<CardActionReply> handle(CardActionEvent event);

}
