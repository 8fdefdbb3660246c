package io.ephemeral.feishu.system;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.auth.AppTicket;
import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.auth.StoreApp;
import io.ephemeral.feishu.auth.TenantTokenFilter;
import io.ephemeral.feishu.auth.TenantTokenProvider;
import io.ephemeral.feishu.auth.TokenSource;
import io.ephemeral.feishu.auth.TokenUnavailableException;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.chat.ChatGuard;
import io.ephemeral.feishu.chat.UnsupportedPlaceException;
import io.ephemeral.feishu.client.CallPolicy;
import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.client.RetryPolicy;
import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.ephemeral.ExpiryWorker;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.Replacement;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.ErrorCategory;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.group.ReactiveGroupCardTemplate;
import io.ephemeral.feishu.limit.PermitUnavailableException;
import io.ephemeral.feishu.limit.RateLimitPolicy;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.util.retry.Retry;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * One call of one operation with one fault, by a client like that of the
 * auto-configuration, with its own simulator.
 */
final class FaultRun {

	/** Card before the call. */
	static final RawCard BEFORE = card("Before");

	/** Card that the call shows. */
	static final RawCard AFTER = card("After");

	/** Time-out in the cells whose fault is a time-out. */
	static final Duration TIMEOUT = Duration.ofSeconds(2);

	/** Maximum number of repeated checks of a URL, each of which takes a second. */
	private static final int CHECKS = 300;

	/** Deadline of a whole response, even a slow one. */
	static final Duration DEADLINE = Duration.ofSeconds(4);

	private static final Duration REFRESH = Duration.ofMillis(200);

	private static final Duration UNTIL_REFRESH = Duration.ofMinutes(100);

	private final FaultOperation operation;

	private final FaultMatrix.TokenState state;

	private final FaultMatrix.Plan plan;

	private final boolean timesOut;

	private final MovableClock clock = new MovableClock();

	private FaultRun(FaultOperation operation, FaultMatrix.TokenState state, FaultMatrix.Plan plan, boolean timesOut) {
		this.operation = operation;
		this.state = state;
		this.plan = plan;
		this.timesOut = timesOut;
	}

	static FaultRun of(FaultOperation operation, FaultMatrix.TokenState state, FaultMatrix.Plan plan,
			boolean timesOut) {
		return new FaultRun(operation, state, plan, timesOut);
	}

	Result result() {
		try (FeishuSimulator feishu = simulator(); Client client = client(feishu)) {
			SimulatedChat chat = feishu.createChat("ada");
			if (this.state != FaultMatrix.TokenState.COLD) {
				client.tokens().token(tenant(feishu)).block();
			}
			if (this.state == FaultMatrix.TokenState.EXPIRING) {
				this.clock.advance(UNTIL_REFRESH);
			}
			String prepared = prepare(feishu, chat);
			long before = count(feishu);
			this.plan.make(feishu, feishu.faults().on(this.operation.path()));
			// Otherwise the token of the call would depend on the speed of the machine.
			FaultOperation token = this.operation.isOfStoreApp() ? FaultOperation.OBTAIN_TENANT_TOKEN
					: FaultOperation.OBTAIN_TOKEN;
			feishu.faults().on(token.path()).next().meet(Fault.delay(REFRESH));
			String outcome = outcome(client, chat, prepared);
			return new Result(outcome, count(feishu) - before, cards(chat));
		}
	}

	private FeishuSimulator simulator() {
		FeishuSimulator.Builder builder = FeishuSimulator.builder().clock(this.clock).eventKeys("", "token");
		return (this.operation.isOfStoreApp() ? builder.storeApp() : builder).start();
	}

	private @Nullable TenantKey tenant(FeishuSimulator feishu) {
		return this.operation.isOfStoreApp() ? new TenantKey(feishu.tenantKey()) : null;
	}

	private TokenSource tokens(WebClient client, FeishuSimulator feishu) {
		AppCredentials app = new AppCredentials(feishu.appId(), feishu.appSecret());
		if (!this.operation.isOfStoreApp()) {
			return TokenSource.selfBuilt(client, app, this.clock);
		}
		AppTicketStore tickets = AppTicketStore.inMemory();
		tickets.save(app.appId(), new AppTicket(feishu.appTicket(), this.clock.instant())).block();
		return TokenSource.storeApp(client, new StoreApp(app, tickets, TIMEOUT), this.clock);
	}

	private String prepare(FeishuSimulator feishu, SimulatedChat chat) {
		try (Client client = client(feishu)) {
			return this.operation.prepare(client, chat);
		}
	}

	private String outcome(Client client, SimulatedChat chat, String prepared) {
		try {
			Object result = this.operation.call(client, chat, prepared).block(PatientSession.PATIENCE);
			return (result instanceof Replacement.Incomplete) ? "done, old card left" : "done";
		}
		catch (FeishuApiException ex) {
			return (ex.category() == ErrorCategory.UNKNOWN) ? "UNCLASSIFIED " + ex.code()
					: "refused, " + ex.category().name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}
		catch (ConnectionFailedException | TokenUnavailableException | PermitUnavailableException
				| UnsupportedPlaceException ex) {
			return "not sent";
		}
		catch (DeliveryUnknownException ex) {
			return "unknown";
		}
		catch (RuntimeException ex) {
			return "UNCLASSIFIED " + ex;
		}
	}

	private long count(FeishuSimulator feishu) {
		Pattern path = Pattern.compile(this.operation.countedPath().replaceAll(":[a-z_]+", "[^/]+"));
		return feishu.requests().stream().filter((request) -> path.matcher(request.path()).matches()).count();
	}

	private int cards(SimulatedChat chat) {
		String title = this.operation.removes() ? "Before" : "After";
		return (int) chat.seenBy("ada").stream().filter((card) -> card.title().equals(title)).count();
	}

	private static RawCard card(String title) {
		return RawCard.parse("""
				{"schema": "2.0", "config": {"update_multi": true},
				"header": {"title": {"tag": "plain_text", "content": "%s"}},
				"body": {"elements": [{"tag": "button", "text": {"tag": "plain_text", "content": "Go"},
				"behaviors": [{"type": "callback", "value": {}}]}]}}""".formatted(title));
	}

	private Client client(FeishuSimulator feishu) {
		Duration timeout = this.timesOut ? TIMEOUT : PatientSession.PATIENCE;
		ClientHttpConnector connector = ClientHttpConnectorBuilder.detect()
			.build(HttpClientSettings.defaults()
				.withTimeouts(timeout, timeout)
				.withRedirects(HttpRedirects.DONT_FOLLOW));
		WebClient.Builder builder = WebClient.builder().clientConnector(connector);
		CallPolicy policy = new CallPolicy(RetryPolicy.standard(), timeout.multipliedBy(5),
				this.timesOut ? DEADLINE : PatientSession.PATIENCE);
		WebClient tokenClient = FeishuWebClient.unauthenticated(builder, feishu.baseUrl(), policy);
		TenantTokenProvider tokens = new TenantTokenProvider(tokens(tokenClient, feishu),
				TenantTokenProvider.STANDARD_REFRESH_AHEAD, this.clock);
		WebClient webClient = FeishuWebClient.authenticated(builder, feishu.baseUrl(),
				new TenantTokenFilter(tokens, feishu.baseUrl()), policy,
				RateLimiter.slidingWindows(RateLimitPolicy.standard()));
		ChatGuard guard = (this.operation == FaultOperation.CHECK_CHAT)
				? ChatGuard.askingPlatform(webClient, Duration.ZERO) : ChatGuard.none();
		ExpiryWorker expiries = new ExpiryWorker(webClient, ExpiryStore.inMemory(), this.clock);
		CardPreparation preparation = CardPreparation.standard();
		ReactiveEphemeralCardTemplate cards = new ReactiveEphemeralCardTemplate(webClient, preparation, expiries,
				guard);
		TenantKey tenant = tenant(feishu);
		return new Client(feishu, webClient, tokens, expiries, (tenant != null) ? cards.forTenant(tenant) : cards,
				new ReactiveGroupCardTemplate(webClient, preparation));
	}

	record Client(FeishuSimulator feishu, WebClient webClient, TenantTokenProvider tokens, ExpiryWorker expiries,
			ReactiveEphemeralCardOperations cards, ReactiveGroupCardTemplate group) implements AutoCloseable {

		/**
		 * Clicks the button as the member.
		 * @return the token of the click
		 */
		String click(ShownCard card) {
			DisposableServer application = HttpServer.create().host("127.0.0.1").handle(Client::answer).bindNow();
			try {
				URI url = URI.create("http://127.0.0.1:" + application.port());
				// The check of the URL takes at most a second, which is short beside
				// other runs.
				Mono.fromRunnable(() -> this.feishu.sendCallbacksTo(url))
					.retryWhen(Retry.max(CHECKS).filter((error) -> error.getCause() instanceof TimeoutException))
					.block();
				card.press("Go");
				return this.feishu.pushedEvents().get(0).json().at("/event/token").stringValue();
			}
			finally {
				application.disposeNow();
			}
		}

		private static Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
			return response.sendString(request.receive()
				.aggregate()
				.asString()
				.map((body) -> body.contains("\"challenge\"") ? body : "{}"));
		}

		@Override
		public void close() {
			this.expiries.stop();
		}

	}

	/**
	 * Result of a call.
	 *
	 * @param requests number of requests of the counted operation at the server
	 * @param cards number of cards on the member's screen that the call shows or removes
	 */
	record Result(String outcome, long requests, int cards) {

		@Override
		public String toString() {
			return this.outcome + ", " + this.requests + ", " + this.cards;
		}

	}

	private static final class MovableClock extends Clock {

		private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T12:00:00Z"));

		void advance(Duration duration) {
			this.now.updateAndGet((time) -> time.plus(duration));
		}

		@Override
		public Instant instant() {
			return this.now.get();
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException("The zone is of no use");
		}

	}

}
