package io.ephemeral.feishu;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Error of a call that was not carried out because there were too many calls. Both the
 * platform's refusals and those of the own limiter are of this type, so that one place
 * can deal with both:
 *
 * <pre>{@code
 * cards.send(chat, viewer, card).onErrorResume(RateLimited.class::isInstance, (error) -> later(card))
 * }</pre>
 */
public interface RateLimited {

	/**
	 * When another attempt makes sense.
	 * @return how long to wait; null if it is not known
	 */
	@Nullable Duration retryAfter();

}
