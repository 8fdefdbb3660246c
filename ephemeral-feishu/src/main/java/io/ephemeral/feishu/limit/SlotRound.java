package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import io.ephemeral.feishu.limit.SharedInstance.Demand;
import io.ephemeral.feishu.limit.SlotGrants.TargetGrant;
import io.ephemeral.feishu.limit.SlotRequest.TargetReport;

/**
 * Grant of free slots to one instance: one for each target in turn, interactive calls
 * before bulk calls, and not more than a fair share. Not thread-safe.
 */
final class SlotRound {

	/** Number of interactive calls between two bulk calls while both priorities wait. */
	private static final int INTERACTIVE_IN_A_ROW = 9;

	private final SharedOperation operation;

	private final SlotRequest request;

	private final SharedInstance instance;

	private final long now;

	private final long headroom;

	private final long until;

	private final Map<String, Wish> wishes = new LinkedHashMap<>();

	private int interactiveShare;

	private int share;

	SlotRound(SharedOperation operation, SlotRequest request, SharedInstance instance, long now) {
		this.operation = operation;
		this.request = request;
		this.instance = instance;
		this.now = now;
		this.headroom = request.terms().headroom().toNanos();
		this.until = now + request.terms().lookAhead().toNanos();
	}

	List<TargetGrant> grant() {
		for (TargetReport report : this.request.targets()) {
			this.operation.probeEnded(this.request.instance().id(), report);
			this.wishes.put(report.target(), new Wish(report));
		}
		if (!this.operation.isQuiet(this.now)) {
			this.wishes.values().forEach((wish) -> {
				wish.interactiveShare = share(wish, wish.interactive, Demand::interactive);
				wish.share = share(wish, wish.interactive + wish.bulk, Demand::all);
			});
			this.interactiveShare = share((wish) -> wish.interactiveShare, Demand::interactive);
			this.share = share((wish) -> wish.share, Demand::all);
			grantInteractive();
			grantBulk();
		}
		this.wishes.values().forEach(this::remember);
		return this.wishes.values().stream().map(this::result).toList();
	}

	private int share(Wish wish, int own, ToIntFunction<Demand> calls) {
		List<Integer> others = demands(wish.name, calls);
		int openings = wish.target().count().openings(own + sum(others), this.until, this.headroom, this.now);
		return FairShare.of(openings, own, others);
	}

	private static int sum(List<Integer> demands) {
		return demands.stream().mapToInt(Integer::intValue).sum();
	}

	private List<Integer> demands(String target, ToIntFunction<Demand> calls) {
		return this.operation.others(this.instance)
			.stream()
			.map((other) -> calls.applyAsInt(other.demand(target, this.now)))
			.filter((demand) -> demand > 0)
			.toList();
	}

	private int share(ToIntFunction<Wish> wishes, ToIntFunction<Demand> calls) {
		int own = this.wishes.values().stream().mapToInt(wishes).sum();
		List<Integer> others = this.operation.others(this.instance)
			.stream()
			.map((other) -> grantable(other, calls))
			.filter((demand) -> demand > 0)
			.toList();
		return FairShare.of(openings(own + sum(others)), own, others);
	}

	/** Returns the number of calls of an instance for which their targets have slots. */
	private int grantable(SharedInstance other, ToIntFunction<Demand> calls) {
		return other.demands(this.now).entrySet().stream().mapToInt((demand) -> {
			SharedCount count = this.operation.target(demand.getKey()).count();
			return count.openings(calls.applyAsInt(demand.getValue()), this.until, this.headroom, this.now);
		}).sum();
	}

	private int openings(int most) {
		return this.operation.count().openings(most, this.until, this.headroom, this.now);
	}

	private void grantInteractive() {
		boolean progress = true;
		while (progress) {
			progress = false;
			for (Wish wish : this.wishes.values()) {
				if (this.operation.interactiveInARow() >= INTERACTIVE_IN_A_ROW) {
					grantOneBulk();
				}
				if (wish.interactive > 0 && this.interactiveShare > 0 && wish.interactiveShare > 0 && grant(wish)) {
					this.interactiveShare--;
					wish.interactiveShare--;
					wish.interactive--;
					progress = true;
					countInteractive();
				}
			}
		}
	}

	private void countInteractive() {
		boolean bulkWaits = this.wishes.values().stream().anyMatch((wish) -> wish.bulk > 0)
				|| this.operation.others(this.instance)
					.stream()
					.flatMap((other) -> other.demands(this.now).values().stream())
					.anyMatch((demand) -> demand.bulk() > 0);
		if (bulkWaits) {
			this.operation.interactiveInARow(this.operation.interactiveInARow() + 1);
		}
	}

	private void grantOneBulk() {
		for (Wish wish : this.wishes.values()) {
			if (wish.mayTakeBulk(this.share) && grant(wish)) {
				wish.bulk--;
				this.operation.interactiveInARow(0);
				return;
			}
		}
	}

	private void grantBulk() {
		boolean progress = true;
		while (progress) {
			progress = false;
			for (Wish wish : this.wishes.values()) {
				if (wish.mayTakeBulk(this.share) && isLeftForBulk(wish) && grant(wish)) {
					wish.bulk--;
					this.operation.interactiveInARow(0);
					progress = true;
				}
			}
		}
	}

	/** Returns whether the interactive calls of other instances leave a slot. */
	private boolean isLeftForBulk(Wish wish) {
		if (this.operation.interactiveInARow() >= INTERACTIVE_IN_A_ROW) {
			return true;
		}
		int inTarget = sum(demands(wish.name, Demand::interactive));
		int inAll = this.operation.others(this.instance)
			.stream()
			.mapToInt((other) -> grantable(other, Demand::interactive))
			.sum();
		return openings(inAll + 1) > inAll
				&& wish.target().count().openings(inTarget + 1, this.until, this.headroom, this.now) > inTarget;
	}

	private boolean grant(Wish wish) {
		long opens = Math.max(this.operation.count().opens(0, this.headroom, this.now),
				wish.target().count().opens(0, this.headroom, this.now));
		if (opens > this.until || wish.isClosed()) {
			return false;
		}
		this.operation.hold(this.instance, wish.name, 1);
		wish.openings.add(opens);
		wish.leave();
		wish.share--;
		this.share--;
		return true;
	}

	/** Keeps what still waits, until the instance asks again. */
	private void remember(Wish wish) {
		long opens = Math.max(opens(wish), this.operation.opens(this.headroom, this.now));
		long valid = this.now
				+ SlotPace.validity(SharedOperation.in(opens, this.now), this.request.terms().lookAhead());
		this.instance.demand(wish.name, new Demand(wish.interactive, wish.bulk, valid));
	}

	private long opens(Wish wish) {
		return Math.max(wish.target().gate().opens(), wish.target().count().opens(0, this.headroom, this.now));
	}

	private TargetGrant result(Wish wish) {
		List<Duration> openings = wish.openings.stream()
			.sorted()
			.map((opening) -> Duration.ofNanos(opening - this.now))
			.toList();
		return new TargetGrant(wish.name, openings, wish.probe, SharedOperation.in(opens(wish), this.now),
				wish.target().gate().state(this.now));
	}

	/** Calls to one target that wait for slots, and the slots that they get. */
	private final class Wish {

		private final String name;

		private final List<Long> openings = new ArrayList<>();

		private int interactive;

		private int bulk;

		private int interactiveShare;

		private int share;

		private boolean probe;

		Wish(TargetReport report) {
			this.name = report.target();
			this.interactive = report.interactive();
			this.bulk = report.bulk();
		}

		SharedTarget target() {
			return SlotRound.this.operation.target(this.name);
		}

		boolean mayTakeBulk(int shareOfAll) {
			return this.bulk > 0 && this.share > 0 && shareOfAll > 0;
		}

		private List<Gate> gates() {
			SharedOperation operation = SlotRound.this.operation;
			return List.of(operation.quota(), operation.gate(), target().gate());
		}

		boolean isClosed() {
			return gates().stream().anyMatch((gate) -> gate.isClosed(SlotRound.this.now));
		}

		/** Marks the slot as a probe of the gates that refusals closed. */
		void leave() {
			Object call = new SharedOperation.Probe(SlotRound.this.request.instance().id(), this.name);
			this.probe = gates().stream().anyMatch((gate) -> !gate.isOpen());
			gates().forEach((gate) -> gate.goes(call));
		}

	}

}
