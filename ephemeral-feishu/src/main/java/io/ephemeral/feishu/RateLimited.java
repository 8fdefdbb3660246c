package io.ephemeral.feishu;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Error of a call that was not carried out because of a rate limit. Refusals of the
 * platform and of the application's own limiter have this type, so that callers can
 * handle both in the same way:
 *
 * <pre>{@code
 * cards.send(chat, viewer, card).onErrorResume(RateLimited.class::isInstance, (error) -> later(card))
 * }</pre>
 */
public interface RateLimited {

	/**
	 * Returns the wait until another attempt makes sense.
	 * @return the wait; null if it is not known
	 */
	@Nullable Duration retryAfter();

}
