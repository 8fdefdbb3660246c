package io.ephemeral.feishu.ephemeral;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

import io.ephemeral.feishu.ThreadId;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a card beyond chat and viewer.
 *
 * @param <R> what sending returns
 * @param locale language of the viewer; the default one when absent
 * @param thread in which the conversation is; outside of threads when absent
 * @param maxWait how long the card may wait for the limits; the default when absent
 * @param expiresAfter how long the card is shown; until it is deleted when absent
 * @param directMessage whether it may go to the viewer directly
 * @param route where it goes if all else is refused; nowhere when absent
 */
record SendOptions<R>(@Nullable Locale locale, @Nullable ThreadId thread, @Nullable Duration maxWait,
		@Nullable Duration expiresAfter, boolean directMessage, @Nullable Function<UndeliveredCard, R> route) {

	private static final SendOptions<?> NONE = new SendOptions<>(null, null, null, null, false, null);

	/**
	 * Returns one instance for all cards, since it has nothing of the type of results.
	 */
	@SuppressWarnings("unchecked")
	static <R> SendOptions<R> none() {
		return (SendOptions<R>) NONE;
	}

	SendOptions<R> locale(@Nullable Locale locale) {
		return new SendOptions<>(locale, this.thread, this.maxWait, this.expiresAfter, this.directMessage, this.route);
	}

	SendOptions<R> thread(@Nullable ThreadId thread) {
		return new SendOptions<>(this.locale, thread, this.maxWait, this.expiresAfter, this.directMessage, this.route);
	}

	SendOptions<R> maxWait(Duration maxWait) {
		return new SendOptions<>(this.locale, this.thread, maxWait, this.expiresAfter, this.directMessage, this.route);
	}

	SendOptions<R> expiresAfter(Duration expiresAfter) {
		return new SendOptions<>(this.locale, this.thread, this.maxWait, expiresAfter, this.directMessage, this.route);
	}

	SendOptions<R> orDirectMessage() {
		return new SendOptions<>(this.locale, this.thread, this.maxWait, this.expiresAfter, true, this.route);
	}

	SendOptions<R> orElse(Function<UndeliveredCard, R> route) {
		return new SendOptions<>(this.locale, this.thread, this.maxWait, this.expiresAfter, this.directMessage, route);
	}

}
