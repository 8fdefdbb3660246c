package io.ephemeral.feishu.limit;

import java.time.Duration;

import io.ephemeral.feishu.limit.exchange.SlotGrants;
import io.ephemeral.feishu.limit.window.SlotPace;
import org.jspecify.annotations.Nullable;

/**
 * Answer of the exchange with the local times around it.
 *
 * @param receivedAt time from which the durations of the answer count, so that no slot
 * opens too early
 */
record SlotAnswer(SlotGrants grants, Duration lookAhead, long sentAt, long receivedAt) {

	/** Returns the wait until it makes sense to ask again; zero if there is none. */
	long wait(@Nullable Duration opensIn) {
		return SlotPace.wait(opensIn, this.lookAhead);
	}

}
