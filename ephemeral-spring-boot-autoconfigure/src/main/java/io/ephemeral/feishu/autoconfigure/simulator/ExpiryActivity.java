package io.ephemeral.feishu.autoconfigure.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.ephemeral.feishu.ephemeral.ExpiryWorker;
import io.ephemeral.feishu.ephemeral.PendingExpiries;
import io.ephemeral.feishu.simulator.ApplicationActivity;

/**
 * Cards that have expired and are not deleted yet. The expiries of a store other than the
 * one in memory are not known.
 */
record ExpiryActivity(ExpiryWorker worker, Clock clock) implements ApplicationActivity {

	@Override
	public List<String> running() {
		PendingExpiries pending = this.worker.pending();
		Instant next = (pending != null) ? pending.next() : null;
		return (next != null && !next.isAfter(this.clock.instant())) ? List.of("expiry of a card") : List.of();
	}

}
