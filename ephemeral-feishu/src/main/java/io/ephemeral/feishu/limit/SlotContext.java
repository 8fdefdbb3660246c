package io.ephemeral.feishu.limit;

import java.util.Collection;
import java.util.function.Consumer;

import reactor.core.scheduler.Scheduler;

/**
 * Services of the limiter for its slots.
 *
 * @param scheduler scheduler for work of the slots
 * @param now time at which the slots are created
 * @param changes receiver of changes, which runs them under the lock of the limiter and
 * lets waiting calls go on
 */
record SlotContext(Scheduler scheduler, long now, Consumer<Change> changes) {

	/** Change of slots. */
	@FunctionalInterface
	interface Change {

		/**
		 * Changes the slots.
		 * @return names of the targets that may have a slot now
		 */
		Collection<String> apply(long now);

	}

}
