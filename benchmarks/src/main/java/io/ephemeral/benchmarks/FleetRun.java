package io.ephemeral.benchmarks;

import java.util.List;

/**
 * Run of one scenario with all processes of an app.
 *
 * @param scenario all accepted cards
 * @param seconds time from the first attempt to the last response
 * @param refusals number of refused requests
 * @param commands number of Redis commands, without those inside of scripts
 * @param arrivals arrival times of the accepted requests, by {@link System#nanoTime}
 */
record FleetRun(GoodputScenario scenario, double seconds, int refusals, long commands, List<Long> arrivals) {

	double goodput() {
		return this.scenario.bound().toNanos() / 1e9 / this.seconds;
	}

	double commandsPerCard() {
		return (double) this.commands / this.scenario.cards().size();
	}

}
