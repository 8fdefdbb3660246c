package io.ephemeral.feishu.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * When the first request of a call left. What it waited before for its permit does not
 * count, since a call that waited long would not be repeated at all.
 */
final class FirstDeparture {

	private long instant = now();

	private boolean over;

	/**
	 * Lets the filters further in find it.
	 */
	Context addTo(Context context) {
		return context.put(FirstDeparture.class, this);
	}

	/**
	 * Says that a request leaves.
	 * @param context that of the call; without effect if nothing is repeated there
	 */
	static void leaves(ContextView context) {
		context.<FirstDeparture>getOrEmpty(FirstDeparture.class).ifPresent(FirstDeparture::leaves);
	}

	private void leaves() {
		if (!this.over) {
			this.over = true;
			this.instant = now();
		}
	}

	/**
	 * How long ago it was.
	 */
	Duration elapsed() {
		return Duration.ofMillis(now() - this.instant);
	}

	/** Asked for each time, because it may be that of virtual time. */
	private static long now() {
		return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
	}

}
