package io.ephemeral.feishu.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.ephemeral.feishu.simulator.tenant.UnderWay;
import reactor.core.publisher.Mono;

/**
 * Wait until neither the simulator nor the application has work.
 */
final class Settling {

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

	/**
	 * Number of looks in a row without any work. Work may pass from one thread to another
	 * between two looks.
	 */
	private static final int QUIET_LOOKS = 3;

	private final List<UnderWay> exchanges;

	private final List<ApplicationActivity> activities = new CopyOnWriteArrayList<>();

	Settling(UnderWay... exchanges) {
		this.exchanges = List.of(exchanges);
	}

	void watch(ApplicationActivity activity) {
		this.activities.add(activity);
	}

	void unwatch(ApplicationActivity activity) {
		this.activities.remove(activity);
	}

	/**
	 * Waits.
	 * @throws AssertionError if there is still work after the longest wait
	 */
	void await(Duration longest) {
		Quiet quiet = new Quiet();
		Boolean settled = Mono.fromSupplier(quiet::look)
			.filter(Boolean::booleanValue)
			.repeatWhenEmpty((looks) -> looks.delayElements(BETWEEN_LOOKS))
			.timeout(longest, Mono.empty())
			.block();
		if (settled == null) {
			throw new AssertionError("The application has not settled after %s: %s".formatted(longest, summary()));
		}
	}

	private String summary() {
		List<String> running = running();
		return running.isEmpty() ? "new work begins again and again" : String.join(", ", running);
	}

	private List<String> running() {
		List<String> running = new ArrayList<>();
		this.exchanges.forEach((exchange) -> running.addAll(exchange.names()));
		this.activities.forEach((activity) -> running.addAll(activity.running()));
		return running;
	}

	private long begun() {
		return this.exchanges.stream().mapToLong(UnderWay::begun).sum();
	}

	/**
	 * Looks at the work during one wait.
	 */
	private final class Quiet {

		private long begun = begun();

		private int looks;

		/** Returns whether enough looks in a row found no work, and no new exchange. */
		boolean look() {
			long before = this.begun;
			boolean idle = running().isEmpty();
			this.begun = begun();
			this.looks = (idle && this.begun == before) ? this.looks + 1 : 0;
			return this.looks >= QUIET_LOOKS;
		}

	}

}
