package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.LimitUse.WindowUse;
import io.ephemeral.feishu.limit.SlotRequest.Refusal;
import io.ephemeral.feishu.limit.SlotRequest.TargetReport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Slots that the instances of the application share by an exchange. While the exchange is
 * away, each instance counts its share of the limits. Not thread-safe.
 */
final class BookedSlots implements Slots {

	/** Time for which the epoch of the exchange is kept without calls. */
	private static final long RETENTION = Duration.ofMinutes(1).toNanos();

	private static final Log logger = LogFactory.getLog(BookedSlots.class);

	private final SlotScope scope;

	private final BookedTerms terms;

	private final SlotCourier courier;

	private final Consumer<SlotContext.Change> changes;

	private final SlotLink link;

	private final LoneSlots lone;

	private final SlotReports reports;

	private final RoundTrips roundTrips = new RoundTrips();

	private final FleetView fleet = new FleetView();

	private final BookedTargets targets;

	private int held;

	BookedSlots(SlotScope scope, BookedTerms terms, SlotExchange exchange, SlotContext context) {
		this.scope = scope;
		this.terms = terms;
		this.courier = new SlotCourier(exchange, context.scheduler());
		this.changes = context.changes();
		this.link = new SlotLink(terms.usableLease(), context.now());
		this.lone = new LoneSlots(scope, terms, this.link);
		this.reports = new SlotReports(
				new ArrivalLog(Math.max(length(), terms.longest(scope.limits().target())), context.now()),
				new SlotFlush(context.scheduler()));
		this.targets = new BookedTargets(this.reports);
	}

	@Override
	public BookedTarget target(String name) {
		BookedTarget target = this.targets.create(this, name);
		CountedSlots alone = this.lone.slots();
		if (alone != null) {
			target.leaveExchange(alone, List.of(), lastArrival());
		}
		return target;
	}

	void forget(BookedTarget target) {
		this.targets.forget(target);
	}

	SlotWishes wishes() {
		return this.targets.wishes();
	}

	@Override
	public boolean mayGo(long now) {
		return this.link.isAway() ? this.lone.mayGo(now) : this.link.isLeased(now);
	}

	@Override
	public long opens(long now) {
		if (this.link.isAway()) {
			return this.lone.opens(now);
		}
		return this.link.isLeased(now) ? now : SlidingWindow.UNKNOWN;
	}

	/** Returns whether a request may leave with a slot that was taken before. */
	boolean mayLeave(long now) {
		return this.link.isSurelyAway(now) || this.link.isLeased(now);
	}

	@Override
	public Collection<String> elapse(long now) {
		if (now >= this.lone.startAt()) {
			leaveExchange(now);
			return this.targets.names();
		}
		if (!this.link.isAway() && !this.link.isLeased(now) && hasSlots()) {
			this.link.renew();
			lose();
		}
		return List.of();
	}

	private boolean hasSlots() {
		return this.held > 0 || this.targets.areBooked();
	}

	private void lose() {
		this.reports.repeat();
		this.targets.lose();
	}

	private void leaveExchange(long now) {
		List<ArrivalLog.Arrival> own = this.reports.log().since(now - this.terms.longest(targetWindows()));
		this.targets.leaveExchange(this.lone.start(this.fleet, this.reports.log(), now), own, now);
	}

	@Override
	public void startDue(long now) {
		if (isSettled()) {
			this.reports.settled();
		}
		this.reports.schedule(now);
		if (!this.link.isUnderWay() && dueAt() <= now) {
			SlotRequest request = request(now);
			long flight = this.link.send(now);
			this.courier.send(request, (grants) -> this.changes.accept((at) -> answered(flight, grants, at)),
					(error) -> this.changes.accept((at) -> failed(flight, at)));
		}
	}

	@Override
	public Mono<Void> flush() {
		return isSettled() ? Mono.empty() : this.reports.flush();
	}

	/** Returns whether nothing can be reported now. */
	private boolean isSettled() {
		return this.link.isAway() || (!this.reports.arePending() && !this.link.isUnderWay());
	}

	private long dueAt() {
		if (this.link.isAway()) {
			return this.link.sentAt() + SlotPace.FAR;
		}
		long due = Math.min(this.reports.dueAt(), wishes().dueAt());
		return hasSlots() ? Math.min(due, this.link.sentAt() + SlotPace.FAR) : due;
	}

	@Override
	public long nextChange(long now) {
		long due = this.link.isUnderWay() ? SlidingWindow.UNKNOWN : dueAt();
		return Math.min(due, this.lone.startAt());
	}

	private SlotRequest request(long now) {
		boolean away = this.link.isAway();
		List<TargetReport> reports = away ? List.of()
				: this.targets.reports(this.reports.arrivals(now), this.link.holdsAnew(), now);
		List<Refusal> refusals = away ? List.of() : this.reports.refusals();
		return new SlotRequest(this.scope.limits(), this.scope.tenant(), this.link.instance(now), this.terms.terms(),
				reports, refusals, this.roundTrips.fastest());
	}

	private Collection<String> failed(long flight, long now) {
		if (this.link.isCurrent(flight)) {
			boolean away = this.link.isAway();
			this.link.failed(now);
			if (!away) {
				lose();
			}
		}
		return List.of();
	}

	private Collection<String> answered(long flight, SlotGrants grants, long now) {
		if (!this.link.isCurrent(flight)) {
			return List.of();
		}
		if (now - this.link.sentAt() >= SlotCourier.TIMEOUT.toNanos()) {
			return failed(flight, now);
		}
		boolean away = this.link.isAway();
		this.link.answered(grants);
		// The exchange has a gate of its own for the quota.
		this.scope.quota().open();
		learn(grants, now);
		if (away || grants.forgotten()) {
			rejoinExchange(grants.forgotten());
			return this.targets.names();
		}
		this.reports.confirm();
		return this.targets.book(new SlotAnswer(grants, this.terms.terms().lookAhead(), this.link.sentAt(), now));
	}

	private void learn(SlotGrants grants, long now) {
		RefusalScope lasting = this.fleet.learn(grants.fleet(), now);
		if (lasting != null) {
			logger.warn(this.scope.limits().countedAs()
					+ ((lasting == RefusalScope.QUOTA) ? " and all other operations are" : " is")
					+ " stopped for more than a minute, because the platform refuses calls; one call tries again after that");
		}
		if (grants.fleet().fastest() != null) {
			this.roundTrips.learn(grants.fleet().fastest().toNanos());
		}
	}

	private void rejoinExchange(boolean forgotten) {
		if (forgotten) {
			this.reports.repeatAll();
		}
		this.lone.end();
		this.targets.rejoinExchange();
		this.reports.now();
	}

	void hold(int calls) {
		this.held += calls;
	}

	/**
	 * Counts an arrival.
	 * @return the estimated arrival
	 */
	long arrived(String target, Turn turn, boolean answered, long now) {
		return this.reports.arrived(target, answered ? this.roundTrips.arrival(turn.sentAt(), now) : now, now);
	}

	/**
	 * Reports a refusal to the other instances.
	 * @param all whether it concerns all targets
	 */
	void refused(Refusal refusal, boolean all, long now) {
		this.reports.refused(refusal);
		if (all) {
			this.targets.dropRefused(now);
		}
	}

	ExpectedWait expectedWait(int ahead, long now) {
		return this.fleet.expectedWait(this.scope.limits().app(), ahead, wishes().askAt() - now, now);
	}

	List<RateWindow> targetWindows() {
		return this.scope.limits().target();
	}

	List<WindowUse> use(List<RateWindow> windows, @Nullable String target, int held, long now) {
		return this.reports.log().use(windows, target, held, now);
	}

	@Override
	public int held() {
		return this.held;
	}

	@Override
	public long lastArrival() {
		return this.reports.log().last();
	}

	@Override
	public long length() {
		return Math.max(RETENTION, this.terms.longest(this.scope.limits().app()));
	}

	@Override
	public Duration leastWait() {
		return SlotCourier.TIMEOUT;
	}

	@Override
	public long closedUntil() {
		return this.fleet.gate().until();
	}

	@Override
	public boolean isForgettable(long now) {
		boolean reported = this.reports.log().isReported() || this.link.isAway();
		return this.held == 0 && reported && !this.link.isUnderWay() && now >= lastArrival() + length()
				&& now >= closedUntil();
	}

	@Override
	public Stream<ClosedGate> closedGates(String operation, @Nullable TenantKey tenant, long now) {
		CountedSlots alone = this.lone.slots();
		return (alone != null) ? alone.closedGates(operation, tenant, now)
				: this.fleet.closedGates(operation, tenant, now);
	}

	@Override
	public List<WindowUse> use(long now) {
		return use(this.scope.limits().app(), null, this.held, now);
	}

}
