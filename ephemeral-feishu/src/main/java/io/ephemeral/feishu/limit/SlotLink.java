package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.ephemeral.feishu.limit.exchange.SlotGrants;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Instance;
import io.ephemeral.feishu.limit.window.SlidingWindow;
import io.ephemeral.feishu.limit.window.SlotPace;
import org.jspecify.annotations.Nullable;

/**
 * Link of an instance to the exchange: its id, its lease and the request under way. After
 * a request without an answer, the instance continues under a new id. Not thread-safe.
 */
final class SlotLink {

	private static final long TIMEOUT = SlotCourier.TIMEOUT.toNanos();

	/** Two requests to an exchange that is unavailable, with a reserve. */
	private static final long MOST_SILENCE = 2 * TIMEOUT + Duration.ofMillis(200).toNanos();

	/** Longest time between a request and the notice that it has no response. */
	private static final long LATEST_NOTICE = TIMEOUT + Duration.ofMillis(100).toNanos();

	private final long lease;

	private String id = UUID.randomUUID().toString();

	private final List<String> formerIds = new ArrayList<>();

	private @Nullable String epoch;

	private long sentAt;

	private long leasedAt;

	/** Start of the first request without an answer; unknown if there is none. */
	private long awaySince = SlidingWindow.UNKNOWN;

	/** Start of the requests without an answer after the last stop of the process. */
	private long silentSince;

	/** Start of the last request without an answer. */
	private long failedAt = Long.MIN_VALUE;

	private boolean holdsAnew;

	private boolean underWay;

	private long flight;

	/**
	 * Creates the link of an instance that sent no request yet.
	 * @param lease time after its request at which a slot may not be used any more
	 */
	SlotLink(long lease, long now) {
		this.lease = lease;
		this.leasedAt = now;
		this.sentAt = now - SlotPace.FAR;
	}

	/**
	 * Starts a request.
	 * @return number of the request
	 */
	long send(long now) {
		if (isAway() && stoodStill(now)) {
			this.silentSince = now;
		}
		this.sentAt = now;
		this.underWay = true;
		return ++this.flight;
	}

	/** Returns whether the result of a request still matters. */
	boolean isCurrent(long flight) {
		return this.underWay && flight == this.flight;
	}

	/** Continues with a new id, because slots may be lost or a request may run late. */
	void renew() {
		this.formerIds.add(this.id);
		this.id = UUID.randomUUID().toString();
		this.holdsAnew = true;
		this.underWay = false;
	}

	void answered(SlotGrants grants) {
		this.underWay = false;
		this.leasedAt = this.sentAt;
		this.holdsAnew = grants.forgotten() || isAway();
		if (!this.holdsAnew) {
			this.formerIds.clear();
		}
		this.awaySince = SlidingWindow.UNKNOWN;
		this.epoch = grants.epoch();
	}

	/**
	 * Marks that the last request has no response, so that the exchange is unavailable.
	 */
	void failed(long now) {
		boolean stoodStill = stoodStill(now);
		if (stoodStill) {
			// It cannot know since when the exchange is unavailable.
			this.silentSince = now;
		}
		if (!isAway()) {
			this.awaySince = Math.max(this.sentAt, now - TIMEOUT);
			if (!stoodStill) {
				this.silentSince = this.awaySince;
			}
			renew();
		}
		this.failedAt = this.sentAt;
		this.underWay = false;
	}

	private boolean stoodStill(long now) {
		return now - this.sentAt > LATEST_NOTICE;
	}

	/**
	 * Returns whether the exchange did not answer just now. After a stop of the process,
	 * it has to be asked again.
	 */
	boolean isSurelyAway(long now) {
		return isAway() && this.failedAt > now - MOST_SILENCE;
	}

	/** Returns whether the exchange has ever answered. */
	boolean wasAnswered() {
		return this.epoch != null;
	}

	boolean isAway() {
		return this.awaySince != SlidingWindow.UNKNOWN;
	}

	/**
	 * Returns since when each request is without an answer, as far as the process ran.
	 */
	long silentSince() {
		return this.silentSince;
	}

	boolean isUnderWay() {
		return this.underWay;
	}

	long sentAt() {
		return this.sentAt;
	}

	/** Returns whether the next request repeats what the instance holds. */
	boolean holdsAnew() {
		return this.holdsAnew;
	}

	/** Returns whether the exchange certainly still holds the slots of the instance. */
	boolean isLeased(long now) {
		return !isAway() && now - this.leasedAt < this.lease;
	}

	/** Describes the instance in a request. */
	Instance instance(long now) {
		return isAway() ? new Instance(this.id, List.of(), this.epoch, Duration.ofNanos(now - this.awaySince))
				: new Instance(this.id, this.formerIds, this.epoch, Duration.ZERO);
	}

}
