package io.ephemeral.feishu.callback;

import java.util.Set;

import reactor.core.publisher.Mono;

/**
 * Answers clicks on cards. A bean of this type does what a method with {@link CardAction}
 * does.
 */
public interface CardActionHandler {

	/**
	 * Which clicks it answers.
	 * @return names as of {@link CardActionEvent#action()}, each of which one handler has
	 */
	Set<String> actions();

	/**
	 * Answers a click. It is called on a thread that must not be blocked.
	 * @param event the click
	 * @return the reply, or nothing; on an error the user is told that it did not work
	 */
	Mono<CardActionReply> handle(CardActionEvent event);

}
