package io.ephemeral.feishu.simulator.tenant;

import reactor.core.publisher.Mono;

/**
 * Listener of a {@link Tenant}, which passes the messages of members to the application.
 */
public interface Announcements {

	/**
	 * Checks that the application receives events.
	 * @param what the subject of the error message, such as {@code A message of ada}
	 * @throws IllegalStateException if it does not
	 */
	void requireReceiver(String what);

	/**
	 * Passes a message to the application.
	 * @return completes after the first attempt, also if it fails
	 */
	Mono<Void> announce(Message message, Person sender, WrittenMessage written);

}
