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

	/** Time for the requests of other instances to arrive and to leave a short window. */
	private static final long SETTLING = Duration.ofMillis(300).toNanos();

	private static final long LEAST_PAUSE = Duration.ofMillis(1300).toNanos();

	/** Time for which the epoch of the exchange is kept without calls. */
	private static final long RETENTION = Duration.ofMinutes(1).toNanos();

	private static final Log logger = LogFactory.getLog(BookedSlots.class);

	private final SlotScope scope;

	private final BookedTerms terms;

	private final SlotCourier courier;

	private final Consumer<SlotContext.Change> changes;

	private final SlotLink link;

	private final ArrivalLog log;

	private final RoundTrips roundTrips = new RoundTrips();

	private final FleetView fleet = new FleetView();

	private final BookedTargets targets = new BookedTargets();

	private final SlotRefusals refusals = new SlotRefusals();

	private final SlotFlush flush;

	private int held;

	private boolean reports;

	private long reportAt = SlidingWindow.UNKNOWN;

	/** Slots of this instance while the exchange is away, after a pause. */
	private @Nullable CountedSlots alone;

	BookedSlots(SlotScope scope, BookedTerms terms, SlotExchange exchange, SlotContext context) {
		this.scope = scope;
		this.terms = terms;
		this.courier = new SlotCourier(exchange, context.scheduler());
		this.changes = context.changes();
		this.flush = new SlotFlush(context.scheduler());
		this.link = new SlotLink(terms.usableLease(), context.now());
		this.log = new ArrivalLog(Math.max(length(), terms.longest(scope.limits().target())), context.now());
	}

	@Override
	public BookedTarget target(String name) {
		BookedTarget target = this.targets.create(this, name);
		if (this.alone != null) {
			target.leaveExchange(this.alone, List.of(), this.log.last());
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
		return this.link.isAway() ? this.alone != null && this.link.isSurelyAway(now) && this.alone.mayGo(now)
				: this.link.isLeased(now);
	}

	@Override
	public long opens(long now) {
		if (!this.link.isAway()) {
			return this.link.isLeased(now) ? now : SlidingWindow.UNKNOWN;
		}
		if (this.alone == null) {
			return aloneFrom();
		}
		return this.link.isSurelyAway(now) ? this.alone.opens(now) : SlidingWindow.UNKNOWN;
	}

	/** Returns whether a request may leave with a slot that was taken before. */
	boolean mayLeave(long now) {
		return this.link.isSurelyAway(now) || this.link.isLeased(now);
	}

	@Override
	public Collection<String> elapse(long now) {
		if (this.link.isAway() && this.alone == null && now >= aloneFrom()) {
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
		this.log.repeat();
		this.refusals.repeat();
		this.targets.lose();
		this.reports = true;
	}

	private long aloneFrom() {
		long windows = this.terms.longest(this.scope.limits().target()) + SETTLING;
		return this.link.awaySince() + Math.max(LEAST_PAUSE, windows);
	}

	private void leaveExchange(long now) {
		int instances = Math.max(this.terms.instances(), this.fleet.instances());
		CountedSlots alone = this.fleet.alone(this.scope, this.terms.headroom(), this.log, instances, now);
		List<ArrivalLog.Arrival> own = this.log.since(now - this.terms.longest(targetWindows()));
		this.targets.leaveExchange(alone, own, now);
		this.alone = alone;
		logger.warn(this.scope.limits().countedAs() + " continues with 1/" + instances
				+ " of the limits, because the exchange of the instances does not answer");
	}

	@Override
	public void startDue(long now) {
		if (isSettled()) {
			this.flush.end();
		}
		if (this.reports && this.reportAt == SlidingWindow.UNKNOWN) {
			this.reportAt = this.flush.isPending() ? now : now + SlotPace.REPORT;
		}
		if (!this.link.isUnderWay() && dueAt() <= now) {
			SlotRequest request = request(now);
			long flight = this.link.send(now);
			this.courier.send(request, (grants) -> this.changes.accept((at) -> answered(flight, grants, at)),
					(error) -> this.changes.accept((at) -> failed(flight, at)));
		}
	}

	@Override
	public Mono<Void> flush() {
		if (isSettled()) {
			return Mono.empty();
		}
		if (this.reports) {
			this.reportAt = Long.MIN_VALUE;
		}
		return this.flush.start();
	}

	/** Returns whether nothing can be reported now. */
	private boolean isSettled() {
		return this.link.isAway() || (!this.reports && !this.link.isUnderWay());
	}

	private long dueAt() {
		if (this.link.isAway()) {
			return this.link.sentAt() + SlotPace.FAR;
		}
		long due = Math.min(this.reportAt, wishes().dueAt());
		return hasSlots() ? Math.min(due, this.link.sentAt() + SlotPace.FAR) : due;
	}

	@Override
	public long nextChange(long now) {
		long due = this.link.isUnderWay() ? SlidingWindow.UNKNOWN : dueAt();
		return (this.link.isAway() && this.alone == null) ? Math.min(due, aloneFrom()) : due;
	}

	private SlotRequest request(long now) {
		boolean away = this.link.isAway();
		List<TargetReport> reports = away ? List.of() : reports(now);
		List<Refusal> refusals = away ? List.of() : this.refusals.report();
		return new SlotRequest(this.scope.limits(), this.scope.tenant(), this.link.instance(now), this.terms.terms(),
				reports, refusals, this.roundTrips.fastest());
	}

	private List<TargetReport> reports(long now) {
		this.reports = false;
		this.reportAt = SlidingWindow.UNKNOWN;
		return this.targets.reports(this.log.report(now), this.link.holdsAnew(), now);
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
		this.log.confirm();
		this.refusals.confirm();
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
			this.log.repeatAll();
			this.refusals.repeat();
		}
		if (this.alone != null) {
			logger.info(this.scope.limits().countedAs() + " shares the limits with the other instances again");
		}
		this.alone = null;
		this.targets.rejoinExchange();
		this.reportAt = Long.MIN_VALUE;
	}

	void reportSoon() {
		this.reports = true;
	}

	void hold(int calls) {
		this.held += calls;
	}

	/**
	 * Counts an arrival.
	 * @return the estimated arrival
	 */
	long arrived(String target, Turn turn, boolean answered, long now) {
		this.reports = true;
		return this.log.add(target, answered ? this.roundTrips.arrival(turn.sentAt(), now) : now, now);
	}

	/**
	 * Reports a refusal to the other instances.
	 * @param all whether it concerns all targets
	 */
	void refused(Refusal refusal, boolean all, long now) {
		this.refusals.add(refusal);
		this.reportAt = now;
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
		return this.log.use(windows, target, held, now);
	}

	@Override
	public int held() {
		return this.held;
	}

	@Override
	public long lastArrival() {
		return this.log.last();
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
		boolean reported = this.log.isReported() || this.link.isAway();
		return this.held == 0 && reported && !this.link.isUnderWay() && now >= lastArrival() + length()
				&& now >= closedUntil();
	}

	@Override
	public Stream<ClosedGate> closedGates(String operation, @Nullable TenantKey tenant, long now) {
		return (this.alone != null) ? this.alone.closedGates(operation, tenant, now)
				: this.fleet.closedGates(operation, tenant, now);
	}

	@Override
	public List<WindowUse> use(long now) {
		return use(this.scope.limits().app(), null, this.held, now);
	}

}
