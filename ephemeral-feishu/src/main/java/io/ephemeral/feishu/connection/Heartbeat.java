package io.ephemeral.feishu.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Pings of one connection, and the watch for its silence. The platform sets the time
 * between pings, at first and in any pong.
 */
final class Heartbeat {

	private final Outgoing ping;

	private final Duration pongTimeout;

	private final @Nullable Duration ownInterval;

	private final Sinks.Many<Duration> intervals = Sinks.many().replay().latest();

	private volatile ConnectionSettings settings;

	private volatile long lastFrame = now();

	private volatile long lastPing = now();

	Heartbeat(int service, ConnectionSettings settings, LongConnectionOptions options) {
		this.ping = Outgoing.ping(Frame.ping(service));
		this.settings = settings;
		this.pongTimeout = options.pongTimeout();
		this.ownInterval = options.pingInterval();
		this.intervals.tryEmitNext(interval());
	}

	/** Returns the pings: one at once, then one after each interval. */
	Flux<Outgoing> pings() {
		return this.intervals.asFlux()
			.distinctUntilChanged()
			.switchMap((every) -> Flux.interval(every).onBackpressureDrop())
			.startWith(0L)
			.map((tick) -> {
				this.lastPing = now();
				return this.ping;
			});
	}

	/**
	 * Waits until the platform is silent for longer than the time between two pings and
	 * the time for a pong.
	 */
	Mono<Void> silence() {
		return this.intervals.asFlux()
			.distinctUntilChanged()
			.switchMap((every) -> Mono.defer(() -> Mono.delay(left(every)))
				.repeat(() -> !left(every).isZero())
				.then(Mono.just(every)))
			.next()
			.then();
	}

	private Duration left(Duration every) {
		Duration timeout = (this.pongTimeout.compareTo(every) < 0) ? this.pongTimeout : every;
		return Duration.ofNanos(Math.max(0, this.lastFrame + every.plus(timeout).toNanos() - now()));
	}

	/** Notes that a frame has arrived. */
	void received() {
		this.lastFrame = now();
	}

	/**
	 * Takes the settings of a pong.
	 * @param payload payload of the pong; null if absent
	 * @return time since the latest ping
	 */
	Duration pong(byte @Nullable [] payload) {
		this.settings = this.settings.with(payload);
		this.intervals.tryEmitNext(interval());
		return Duration.ofNanos(Math.max(0, now() - this.lastPing));
	}

	ConnectionSettings settings() {
		return this.settings;
	}

	private Duration interval() {
		Duration platform = this.settings.pingInterval();
		Duration own = this.ownInterval;
		return (own != null && own.compareTo(platform) < 0) ? own : platform;
	}

	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

}
