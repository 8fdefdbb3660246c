package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.ephemeral.feishu.limit.exchange.SlotGrants;
import io.ephemeral.feishu.limit.exchange.SlotRequest;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Refusal;
import io.ephemeral.feishu.limit.exchange.SlotRequest.TargetReport;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.LimitUse.WindowUse;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import io.ephemeral.feishu.limit.window.SlidingWindow;
import io.ephemeral.feishu.limit.window.SlotPace;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Slots that the instances of the application share by an exchange. While the exchange is
 * unavailable, each instance counts its share of the limits. Not thread-safe.
 */
final class BookedSlots implements Slots, SlotCourier.Receiver {

	private static final Log logger = LogFactory.getLog(BookedSlots.class);

	private final SlotScope scope;

	private final BookedTerms terms;

	private final SlotCourier courier;

	private final SlotLink link;

	private final LoneSlots lone;

	private final SlotReports reports;

	private final FleetView fleet = new FleetView();

	private final BookedTargets targets;

	BookedSlots(SlotScope scope, BookedTerms terms, SlotExchange exchange, SlotContext context) {
		this.scope = scope;
		this.terms = terms;
		this.link = new SlotLink(terms.usableLease(), context.now());
		this.courier = new SlotCourier(exchange, context, this.link);
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

	BookedTargets targets() {
		return this.targets;
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
		if (!this.link.isAway() && !this.link.isLeased(now) && this.targets.haveSlots()) {
			this.link.renew();
			lose();
		}
		return List.of();
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
			this.courier.send(request(now), this, now);
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
		long due = Math.min(this.reports.dueAt(), this.targets.wishes().dueAt());
		return this.targets.haveSlots() ? Math.min(due, this.link.sentAt() + SlotPace.FAR) : due;
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
				reports, refusals, this.reports.fastest());
	}

	@Override
	public Collection<String> failed(long now) {
		boolean away = this.link.isAway();
		this.link.failed(now);
		if (!away) {
			lose();
		}
		return List.of();
	}

	@Override
	public Collection<String> answered(SlotGrants grants, long now) {
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
			logger
				.warn(QueueingRateLimiter.describeStop(lasting, this.scope.limits().countedAs(), "more than a minute"));
		}
		this.reports.learn(grants.fleet().fastest());
	}

	private void rejoinExchange(boolean forgotten) {
		if (forgotten) {
			this.reports.repeatAll();
		}
		this.lone.end();
		this.targets.rejoinExchange();
		this.reports.now();
	}

	SlotReports reports() {
		return this.reports;
	}

	ExpectedWait expectedWait(int ahead, long now) {
		return this.fleet.expectedWait(this.scope.limits().app(), ahead, this.targets.wishes().askAt() - now, now);
	}

	List<RateWindow> targetWindows() {
		return this.scope.limits().target();
	}

	@Override
	public int held() {
		return this.targets.held();
	}

	@Override
	public long lastArrival() {
		return this.reports.log().last();
	}

	@Override
	public long length() {
		return this.terms.retention(this.scope.limits());
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
		return held() == 0 && reported && !this.link.isUnderWay() && now >= lastArrival() + length()
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
		return this.reports.log().use(this.scope.limits().app(), null, held(), now);
	}

}
