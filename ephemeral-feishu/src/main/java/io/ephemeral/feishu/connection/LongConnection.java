package io.ephemeral.feishu.connection;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.WorkerThreads;
import io.netty.handler.flush.FlushConsolidationHandler;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Long connection of a self-built app: a WebSocket to the platform, over which events and
 * clicks arrive. The application needs no public address and no keys.
 * <p>
 * The platform delivers each message over one connection of the app, chosen at random
 * among those of all instances. An app may have 50 of them. When a connection ends,
 * another one is opened, and this never ends by itself: after a refusal, attempts go on
 * slowly.
 *
 * @see <a href=
 * "https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/request-url-configuration-case">Receive
 * events through a long connection</a>
 */
public final class LongConnection implements AutoCloseable {

	/** Time in which running handlers are acknowledged at the end. */
	private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

	/** Life of a connection after which waits start again from the first. */
	private static final Duration STABLE = Duration.ofSeconds(10);

	/** The platform's own limit of a payload is not known. */
	private static final int MAX_FRAME = 4 << 20;

	private static final int MOST_FRAMES_AT_ONCE = 64;

	private static final WebsocketClientSpec SPECIFICATION = WebsocketClientSpec.builder()
		.maxFramePayloadLength(MAX_FRAME)
		.build();

	private final ConnectionEndpoint endpoint;

	private final HttpClient client;

	private final LongConnectionOptions options;

	private final MessageHandler handler;

	private final ConnectionHistory history;

	private final Duration stable;

	private final AtomicReference<@Nullable Run> run = new AtomicReference<>();

	private LongConnection(Builder builder) {
		this.endpoint = new ConnectionEndpoint(builder.client, builder.credentials);
		HttpClient client = builder.httpClient;
		this.client = inBatches(HiddenQuery.in((client != null) ? client : HttpClient.create()));
		this.options = builder.options;
		this.history = new ConnectionHistory(builder.clock, builder.listener);
		Scheduler scheduler = builder.scheduler;
		this.handler = new MessageHandler(builder.processor, (scheduler != null) ? scheduler
				: WorkerThreads.create("feishu-connection", WorkerThreads.STANDARD_MAXIMUM), builder.listener);
		this.stable = builder.stable;
	}

	/**
	 * Returns a client that writes the acknowledgements of messages that arrive together
	 * at once, which saves system calls.
	 */
	private static HttpClient inBatches(HttpClient client) {
		return client.doOnChannelInit((observer, channel, address) -> channel.pipeline()
			.addFirst(new FlushConsolidationHandler(MOST_FRAMES_AT_ONCE, true)));
	}

	/**
	 * Creates a builder.
	 * @param client client without tokens, from
	 * {@link io.ephemeral.feishu.client.FeishuWebClient}
	 * @param credentials credentials of a self-built app
	 * @param processor processor of events and clicks
	 * @return a builder
	 */
	public static Builder builder(WebClient client, CredentialsSupplier credentials, CallbackProcessor processor) {
		return new Builder(client, credentials, processor);
	}

	/**
	 * Opens the connection in the background. Has no effect on a started one.
	 */
	public void start() {
		Run started = new Run();
		if (this.run.compareAndSet(null, started)) {
			started.begin();
		}
	}

	/**
	 * Accepts no more messages, acknowledges those that handlers work on, and closes the
	 * connection.
	 * @return completes after that, or after 3 seconds, which cut off what is left
	 */
	public Mono<Void> stop() {
		return Mono.defer(() -> {
			Run stopped = this.run.getAndSet(null);
			return (stopped != null) ? stopped.end() : Mono.empty();
		});
	}

	/**
	 * Stops the connection, and waits for that.
	 */
	@Override
	public void close() {
		stop().block();
	}

	/**
	 * Returns the present status.
	 * @return the status, which does not change
	 */
	public LongConnectionStatus status() {
		return this.history.status();
	}

	/**
	 * Time between a start and a stop: one connection after the other.
	 */
	private final class Run {

		private final Sinks.Empty<Void> stop = Sinks.empty();

		private final Sinks.Empty<Void> ended = Sinks.empty();

		private final ReconnectPolicy policy = new ReconnectPolicy(LongConnection.this.stable,
				(bound) -> ThreadLocalRandom.current().nextLong(bound));

		private final AtomicReference<@Nullable Disposable> subscription = new AtomicReference<>();

		private volatile boolean stopped;

		private volatile ConnectionSettings settings = ConnectionSettings.STANDARD;

		void begin() {
			this.subscription.set(Mono.defer(this::connect)
				.flatMap(this::pause)
				.repeat(() -> !this.stopped)
				.then()
				.doFinally((signal) -> this.ended.tryEmitEmpty())
				.subscribe());
		}

		Mono<Void> end() {
			this.stopped = true;
			this.stop.tryEmitEmpty();
			return this.ended.asMono()
				.timeout(LONGEST_STOP, Mono.fromRunnable(this::cut))
				.doOnTerminate(LongConnection.this.history::stopped)
				.doFinally((signal) -> {
					if (signal == SignalType.CANCEL) {
						LongConnection.this.history.stopped();
					}
				});
		}

		private void cut() {
			Disposable connections = this.subscription.get();
			if (connections != null) {
				connections.dispose();
			}
		}

		private Mono<ConnectionEnd> connect() {
			LongConnection.this.history.connecting();
			return LongConnection.this.endpoint.request(this.settings)
				.timeout(LongConnection.this.options.connectTimeout())
				.takeUntilOther(this.stop.asMono())
				.flatMap(this::connect)
				.onErrorResume((error) -> Mono.just(ConnectionEnd.failed(error)))
				.defaultIfEmpty(ConnectionEnd.STOPPED);
		}

		private Mono<ConnectionEnd> connect(ConnectionTicket ticket) {
			ConnectionSession session = new ConnectionSession(ticket, LongConnection.this.options,
					LongConnection.this.handler, LongConnection.this.history, this.stop.asMono());
			this.settings = ticket.settings();
			Mono<Void> connection = LongConnection.this.client
				.headers((headers) -> HiddenQuery.add(ticket.url(), headers))
				.websocket(SPECIFICATION)
				.uri(HiddenQuery.without(ticket.url()))
				.handle((inbound, outbound) -> session.use(new NettySocket(inbound, MAX_FRAME)))
				.then()
				.onErrorMap((error) -> ConnectionFailures.ofHandshake(ticket.url(), error));
			return Mono.firstWithSignal(connection, late(session))
				.then(Mono.fromSupplier(() -> session.end(null)))
				.onErrorResume((error) -> Mono.just(ended(session, error)))
				.doOnNext((end) -> this.settings = session.settings());
		}

		private ConnectionEnd ended(ConnectionSession session, Throwable error) {
			ConnectionEnd end = session.end(error);
			return (end.error() != null) ? ConnectionEnd.failed(error) : end;
		}

		/** Fails a handshake that takes too long; its HTTP request has no time-out. */
		private Mono<Void> late(ConnectionSession session) {
			return Mono.delay(LongConnection.this.options.connectTimeout())
				.takeUntilOther(session.opened())
				.flatMap((tick) -> Mono.<Void>error(new TimeoutException()))
				.switchIfEmpty(Mono.never());
		}

		private Mono<Long> pause(ConnectionEnd end) {
			Duration wait = this.policy.waitAfter(end, this.settings);
			LongConnection.this.history.ended(end, wait);
			return Mono.delay(wait).takeUntilOther(this.stop.asMono());
		}

	}

	/**
	 * Builder of a long connection.
	 */
	public static final class Builder {

		private final WebClient client;

		private final CredentialsSupplier credentials;

		private final CallbackProcessor processor;

		private @Nullable HttpClient httpClient;

		private LongConnectionOptions options = LongConnectionOptions.standard();

		private LongConnectionListener listener = new LongConnectionListener() {
		};

		private @Nullable Scheduler scheduler;

		private Clock clock = Clock.systemUTC();

		private Duration stable = STABLE;

		private Builder(WebClient client, CredentialsSupplier credentials, CallbackProcessor processor) {
			this.client = client;
			this.credentials = credentials;
			this.processor = processor;
		}

		/**
		 * Sets the HTTP client of the WebSocket.
		 * @param httpClient HTTP client with the proxy and the certificates to use; both
		 * the host of the platform and that of its long connections must be reachable
		 * @return this builder
		 */
		public Builder httpClient(HttpClient httpClient) {
			this.httpClient = httpClient;
			return this;
		}

		/**
		 * Sets the times.
		 * @param options the times; those of {@link LongConnectionOptions#standard()} by
		 * default
		 * @return this builder
		 */
		public Builder options(LongConnectionOptions options) {
			this.options = options;
			return this;
		}

		/**
		 * Sets the listener.
		 * @param listener the listener; none by default
		 * @return this builder
		 */
		public Builder listener(LongConnectionListener listener) {
			this.listener = listener;
			return this;
		}

		/**
		 * Sets the threads on which handlers of clicks start.
		 * @param scheduler threads that may block; up to 200 daemon threads by default
		 * @return this builder
		 */
		public Builder scheduler(Scheduler scheduler) {
			this.scheduler = scheduler;
			return this;
		}

		/**
		 * Sets the clock of the {@link LongConnectionStatus}.
		 * @param clock wall time; that of the system by default
		 * @return this builder
		 */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/** Sets the life of a connection after which waits start again from the first. */
		Builder stable(Duration stable) {
			this.stable = stable;
			return this;
		}

		/**
		 * Builds the connection, which is not open yet.
		 * @return the connection
		 */
		public LongConnection build() {
			return new LongConnection(this);
		}

	}

}
