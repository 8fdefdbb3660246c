package io.ephemeral.feishu.limit.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import io.ephemeral.feishu.limit.exchange.SharedInstance.Demand;
import io.ephemeral.feishu.limit.exchange.SlotGrants.TargetGrant;
import io.ephemeral.feishu.limit.exchange.SlotRequest.TargetReport;
import io.ephemeral.feishu.limit.window.SlotPace;

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

	private final Map<String, TargetWish> wishes = new LinkedHashMap<>();

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
			this.wishes.put(report.target(), wish(report));
		}
		if (!this.operation.isQuiet(this.now)) {
			this.wishes.values()
				.forEach((wish) -> wish.shares(share(wish, wish.interactive(), Demand::interactive),
						share(wish, wish.interactive() + wish.bulk(), Demand::all)));
			this.interactiveShare = share(TargetWish::interactiveShare, Demand::interactive);
			this.share = share(TargetWish::share, Demand::all);
			grantInteractive();
			grantBulk();
		}
		this.wishes.values().forEach(this::remember);
		return this.wishes.values().stream().map((wish) -> wish.grant(this.headroom, this.now)).toList();
	}

	private TargetWish wish(TargetReport report) {
		return new TargetWish(report, this.operation.target(report.target()),
				List.of(this.operation.quota(), this.operation.gate()));
	}

	private int share(TargetWish wish, int own, ToIntFunction<Demand> calls) {
		List<Integer> others = demands(wish.name(), calls);
		int openings = wish.count().openings(own + sum(others), this.until, this.headroom, this.now);
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

	private int share(ToIntFunction<TargetWish> wishes, ToIntFunction<Demand> calls) {
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
			for (TargetWish wish : this.wishes.values()) {
				if (this.operation.interactiveInARow() >= INTERACTIVE_IN_A_ROW) {
					grantOneBulk();
				}
				if (wish.mayTakeInteractive(this.interactiveShare) && grant(wish)) {
					this.interactiveShare--;
					wish.interactiveTaken();
					progress = true;
					countInteractive();
				}
			}
		}
	}

	private void countInteractive() {
		boolean bulkWaits = this.wishes.values().stream().anyMatch((wish) -> wish.bulk() > 0)
				|| this.operation.others(this.instance)
					.stream()
					.flatMap((other) -> other.demands(this.now).values().stream())
					.anyMatch((demand) -> demand.bulk() > 0);
		if (bulkWaits) {
			this.operation.interactiveInARow(this.operation.interactiveInARow() + 1);
		}
	}

	private void grantOneBulk() {
		for (TargetWish wish : this.wishes.values()) {
			if (wish.mayTakeBulk(this.share) && grant(wish)) {
				wish.bulkTaken();
				this.operation.interactiveInARow(0);
				return;
			}
		}
	}

	private void grantBulk() {
		boolean progress = true;
		while (progress) {
			progress = false;
			for (TargetWish wish : this.wishes.values()) {
				if (wish.mayTakeBulk(this.share) && isLeftForBulk(wish) && grant(wish)) {
					wish.bulkTaken();
					this.operation.interactiveInARow(0);
					progress = true;
				}
			}
		}
	}

	/** Returns whether the interactive calls of other instances leave a slot. */
	private boolean isLeftForBulk(TargetWish wish) {
		if (this.operation.interactiveInARow() >= INTERACTIVE_IN_A_ROW) {
			return true;
		}
		int inTarget = sum(demands(wish.name(), Demand::interactive));
		int inAll = this.operation.others(this.instance)
			.stream()
			.mapToInt((other) -> grantable(other, Demand::interactive))
			.sum();
		return openings(inAll + 1) > inAll
				&& wish.count().openings(inTarget + 1, this.until, this.headroom, this.now) > inTarget;
	}

	private boolean grant(TargetWish wish) {
		long opens = Math.max(this.operation.count().opens(0, this.headroom, this.now),
				wish.count().opens(0, this.headroom, this.now));
		if (opens > this.until || wish.isClosed(this.now)) {
			return false;
		}
		this.operation.hold(this.instance, wish.name(), 1);
		wish.take(new SharedOperation.Probe(this.request.instance().id(), wish.name()), opens);
		this.share--;
		return true;
	}

	/** Keeps what still waits, until the instance asks again. */
	private void remember(TargetWish wish) {
		long opens = Math.max(wish.opens(this.headroom, this.now), this.operation.opens(this.headroom, this.now));
		long valid = this.now
				+ SlotPace.validity(SharedOperation.in(opens, this.now), this.request.terms().lookAhead());
		this.instance.demand(wish.name(), new Demand(wish.interactive(), wish.bulk(), valid));
	}

}
