package io.ephemeral.feishu.limit.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.limit.exchange.SlotGrants.GateState;
import io.ephemeral.feishu.limit.exchange.SlotGrants.TargetGrant;
import io.ephemeral.feishu.limit.exchange.SlotRequest.TargetReport;
import io.ephemeral.feishu.limit.window.Gate;

/**
 * Calls of one instance to one target that wait for slots, and the slots that the
 * exchange grants them. Not thread-safe.
 */
final class TargetWish {

	private final String name;

	private final SharedTarget target;

	private final List<Gate> gates;

	private final List<Long> openings = new ArrayList<>();

	private int interactive;

	private int bulk;

	private int interactiveShare;

	private int share;

	private boolean probe;

	/**
	 * Creates a wish without slots.
	 * @param gates gates of all targets
	 */
	TargetWish(TargetReport report, SharedTarget target, List<Gate> gates) {
		this.name = report.target();
		this.target = target;
		this.gates = Stream.concat(gates.stream(), Stream.of(target.gate())).toList();
		this.interactive = report.interactive();
		this.bulk = report.bulk();
	}

	String name() {
		return this.name;
	}

	SharedCount count() {
		return this.target.count();
	}

	int interactive() {
		return this.interactive;
	}

	int bulk() {
		return this.bulk;
	}

	/** Returns the maximum number of slots for interactive calls to the target. */
	int interactiveShare() {
		return this.interactiveShare;
	}

	/** Returns the maximum number of slots for all calls to the target. */
	int share() {
		return this.share;
	}

	void shares(int interactive, int all) {
		this.interactiveShare = interactive;
		this.share = all;
	}

	boolean mayTakeInteractive(int shareOfAll) {
		return this.interactive > 0 && shareOfAll > 0 && this.interactiveShare > 0;
	}

	boolean mayTakeBulk(int shareOfAll) {
		return this.bulk > 0 && this.share > 0 && shareOfAll > 0;
	}

	boolean isClosed(long now) {
		return this.gates.stream().anyMatch((gate) -> gate.isClosed(now));
	}

	/**
	 * Takes a slot. After a refusal the call is a probe of the gates.
	 * @param call identity of the call
	 */
	void take(Object call, long opening) {
		this.openings.add(opening);
		this.probe = this.gates.stream().anyMatch((gate) -> !gate.isOpen());
		this.gates.forEach((gate) -> gate.goes(call));
		this.share--;
	}

	void interactiveTaken() {
		this.interactiveShare--;
		this.interactive--;
	}

	void bulkTaken() {
		this.bulk--;
	}

	/** Returns the time at which the target has a free slot. */
	long opens(long headroom, long now) {
		return Math.max(this.target.gate().opens(), count().opens(0, headroom, now));
	}

	/** Describes the granted slots. */
	TargetGrant grant(long headroom, long now) {
		List<Duration> sorted = this.openings.stream()
			.sorted()
			.map((opening) -> Duration.ofNanos(opening - now))
			.toList();
		return new TargetGrant(this.name, sorted, this.probe, SharedOperation.in(opens(headroom, now), now),
				this.target.gate().describe(now, GateState::new));
	}

}
