package io.ephemeral.feishu.simulator.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Registrations of the app by scans. The simulator has one app, so every new registration
 * makes this app again, with other grants.
 */
public final class AppRegistrations {

	private static final Duration SLOWER = Duration.ofSeconds(5);

	private final App app;

	private final Clock clock;

	/** By device code. */
	private final Map<String, Registration> registrations = new LinkedHashMap<>();

	private Duration interval = Duration.ofSeconds(5);

	private Set<String> dropped = Set.of();

	private boolean ofLark;

	private boolean busy;

	public AppRegistrations(App app, Clock clock) {
		this.app = app;
		this.clock = clock;
	}

	public synchronized void interval(Duration interval) {
		this.interval = interval;
	}

	/** Sets the names that the platform drops silently. */
	public synchronized void drop(Set<String> names) {
		this.dropped = Set.copyOf(names);
	}

	public synchronized void ofLark() {
		this.ofLark = true;
	}

	/** Makes the next poll arrive too early. */
	public synchronized void busy() {
		this.busy = true;
	}

	public synchronized Registration begin() {
		Registration registration = new Registration(Ids.random(),
				Ids.random().substring(0, 8).toUpperCase(Locale.ROOT), this.interval, this.clock.instant());
		this.registrations.put(registration.deviceCode, registration);
		return registration;
	}

	/**
	 * Returns the state of a registration, as a poll sees it. The secret is shown once.
	 */
	public synchronized Poll poll(String deviceCode) {
		Registration registration = this.registrations.get(deviceCode);
		if (registration == null) {
			return new Poll("invalid_grant", null, null);
		}
		if (!registration.isPunctual(this.clock.instant()) || this.busy) {
			this.busy = false;
			registration.interval = registration.interval.plus(SLOWER);
			return new Poll("slow_down", null, null);
		}
		if (registration.state == State.CONFIRMED && this.ofLark && !registration.movedToLark) {
			registration.movedToLark = true;
			return new Poll("authorization_pending", null, "lark");
		}
		if (registration.state != State.PENDING) {
			this.registrations.remove(deviceCode);
		}
		return switch (registration.state) {
			case PENDING -> new Poll("authorization_pending", null, null);
			case DENIED -> new Poll("access_denied", null, null);
			case EXPIRED -> new Poll("expired_token", null, null);
			case CONFIRMED -> new Poll("", registration.person, this.ofLark ? "lark" : "feishu");
		};
	}

	/**
	 * Confirms a registration, which sets the grants of the app.
	 * @param update whether the app keeps its other grants
	 * @throws IllegalStateException if the registration does not wait
	 */
	public synchronized void confirm(String userCode, String person, AppGrants requested, boolean update) {
		Registration registration = require(userCode);
		AppGrants granted = requested.knownWithout(this.dropped);
		this.app.grants(update ? this.app.grants().and(granted) : granted);
		registration.person = new Person(this.app.id(), person).openId();
		registration.state = State.CONFIRMED;
	}

	public synchronized void deny(String userCode) {
		require(userCode).state = State.DENIED;
	}

	/** Ends the time of all registrations that wait. */
	public synchronized void expire() {
		this.registrations.values()
			.stream()
			.filter((registration) -> registration.state == State.PENDING)
			.forEach((registration) -> registration.state = State.EXPIRED);
	}

	public synchronized void clear() {
		this.registrations.clear();
		this.dropped = Set.of();
		this.ofLark = false;
		this.busy = false;
	}

	private Registration require(String userCode) {
		return this.registrations.values()
			.stream()
			.filter((registration) -> registration.userCode.equals(userCode) && registration.state == State.PENDING)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No registration waits with the user_code " + userCode));
	}

	private enum State {

		PENDING, CONFIRMED, DENIED, EXPIRED

	}

	/**
	 * Registration with its codes.
	 */
	public static final class Registration {

		private final String deviceCode;

		private final String userCode;

		private Duration interval;

		private Instant lastPoll;

		private State state = State.PENDING;

		private boolean movedToLark;

		private @Nullable String person;

		private Registration(String deviceCode, String userCode, Duration interval, Instant now) {
			this.deviceCode = deviceCode;
			this.userCode = userCode;
			this.interval = interval;
			this.lastPoll = now;
		}

		public String deviceCode() {
			return this.deviceCode;
		}

		public String userCode() {
			return this.userCode;
		}

		public Duration interval() {
			return this.interval;
		}

		private boolean isPunctual(Instant now) {
			boolean punctual = !now.isBefore(this.lastPoll.plus(this.interval));
			this.lastPoll = now;
			return punctual;
		}

	}

	/**
	 * Result of a poll.
	 *
	 * @param error error of the protocol; empty if the app is there
	 * @param person open id of the person who confirmed; absent if nobody did
	 * @param brand {@code feishu} or {@code lark}; absent if it is not known yet
	 */
	public record Poll(String error, @Nullable String person, @Nullable String brand) {
	}

}
