package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ephemeral.feishu.limit.exchange.SlotGrants.TargetGrant;
import io.ephemeral.feishu.limit.exchange.SlotRequest.TargetReport;

/**
 * Targets of one operation whose slots an exchange grants. Not thread-safe.
 */
final class BookedTargets {

	private final Map<String, BookedTarget> targets = new HashMap<>();

	private final SlotReports reports;

	private final SlotWishes wishes = new SlotWishes();

	private int held;

	BookedTargets(SlotReports reports) {
		this.reports = reports;
	}

	BookedTarget create(BookedSlots operation, String name) {
		BookedTarget target = new BookedTarget(operation,
				new TargetBookings(name, this.wishes.nextNumber(), this.reports));
		this.targets.put(name, target);
		return target;
	}

	void forget(BookedTarget target) {
		this.targets.remove(target.name(), target);
	}

	SlotWishes wishes() {
		return this.wishes;
	}

	Collection<String> names() {
		return List.copyOf(this.targets.keySet());
	}

	/** Changes the number of calls that hold a slot. */
	void hold(int calls) {
		this.held += calls;
	}

	int held() {
		return this.held;
	}

	/** Returns whether a call holds a slot, or a slot is booked. */
	boolean haveSlots() {
		return this.held > 0 || this.targets.values().stream().anyMatch((target) -> !target.bookings().isEmpty());
	}

	/** Forgets all slots that no request has used. */
	void lose() {
		this.targets.values().forEach(BookedTarget::lose);
		resetWishes();
	}

	void leaveExchange(CountedSlots alone, List<ArrivalLog.Arrival> arrivals, long now) {
		this.targets.values().forEach((target) -> target.leaveExchange(alone, arrivals, now));
	}

	void rejoinExchange() {
		this.targets.values().forEach(BookedTarget::rejoinExchange);
		resetWishes();
	}

	private void resetWishes() {
		this.wishes.reset(this.targets.values().stream().map(BookedTarget::bookings).toList());
	}

	/** Gives all booked slots back, because the platform refuses calls. */
	void dropRefused(long now) {
		this.targets.values().forEach((target) -> target.dropRefused(now));
	}

	/**
	 * Creates the reports for a request. Targets that ask come first.
	 * @param arrivals ages of arrivals by target
	 * @param holdsAnew whether to report all held slots
	 */
	List<TargetReport> reports(Map<String, List<Duration>> arrivals, boolean holdsAnew, long now) {
		List<BookedTarget> asking = asking(now);
		List<TargetReport> reports = new ArrayList<>();
		asking.forEach((target) -> add(reports, target, true, holdsAnew, arrivals));
		this.targets.values()
			.stream()
			.filter((target) -> !asking.contains(target))
			.forEach((target) -> add(reports, target, false, holdsAnew, arrivals));
		arrivals.forEach((name, ages) -> reports.add(new TargetReport(name, 0, 0, 0, 0, ages, null)));
		return reports;
	}

	private List<BookedTarget> asking(long now) {
		return this.wishes.asking(now)
			.stream()
			.flatMap((bookings) -> Stream.ofNullable(this.targets.get(bookings.name())))
			.toList();
	}

	private static void add(List<TargetReport> reports, BookedTarget target, boolean asks, boolean holdsAnew,
			Map<String, List<Duration>> arrivals) {
		List<Duration> ages = arrivals.remove(target.name());
		TargetReport report = target.report(asks, holdsAnew, (ages != null) ? ages : List.of());
		if (report != null) {
			reports.add(report);
		}
	}

	/**
	 * Books the granted slots.
	 * @return names of the targets of the answer
	 */
	Collection<String> book(SlotAnswer answer) {
		long wait = answer.wait(answer.grants().fleet().opensIn());
		this.wishes.askAt((wait > 0) ? answer.receivedAt() + wait : 0);
		List<String> changed = new ArrayList<>();
		for (TargetGrant grant : answer.grants().targets()) {
			BookedTarget target = this.targets.get(grant.target());
			if (target != null) {
				TargetBookings bookings = target.bookings();
				this.wishes.change(bookings, () -> bookings.book(grant, answer, this.wishes.nextNumber()));
				changed.add(target.name());
			}
		}
		return changed;
	}

}
