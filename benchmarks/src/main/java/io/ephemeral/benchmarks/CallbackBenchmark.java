package io.ephemeral.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.lark.oapi.core.request.EventReq;
import com.lark.oapi.event.EventDispatcher;
import com.lark.oapi.event.cardcallback.P2CardActionTriggerHandler;
import com.lark.oapi.event.cardcallback.model.CallBackToast;
import com.lark.oapi.event.cardcallback.model.P2CardActionTrigger;
import com.lark.oapi.event.cardcallback.model.P2CardActionTriggerResponse;
import io.ephemeral.feishu.callback.CallbackLimits;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionHandlers;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.callback.webflux.CallbackRoute;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;

/**
 * Benchmark of callbacks. It verifies, deciphers and dispatches clicks, in turn with the
 * dispatcher of the official SDK, with the same payloads and on one thread. Then it
 * measures the responses to clicks over HTTP at a fixed rate. With an address as its
 * argument, it only measures the responses of the application at that address, which must
 * have the same keys.
 */
final class CallbackBenchmark {

	private static final int WARM_UP_ROUNDS = 15;

	private static final int ROUNDS = 40;

	private static final int CLICKS_PER_SECOND = 1000;

	private static final int SECONDS = 20;

	private static final int CLICKS = 8000;

	private CallbackBenchmark() {
	}

	public static void main(String[] arguments) throws Exception {
		CallbackBenchmark benchmark = new CallbackBenchmark();
		if (arguments.length > 0) {
			benchmark.printAnswers(URI.create(arguments[0]), "another process");
			return;
		}
		benchmark.printDispatch();
		benchmark.printAnswers();
	}

	private void printDispatch() throws Exception {
		CallbackProcessor processor = processor().build();
		CallbackProcessor forgetful = processor().doubleClick(Duration.ZERO).build();
		EventDispatcher dispatcher = dispatcher();
		Rounds sdk = new Rounds("SDK", (click) -> handle(dispatcher, click));
		List<Rounds> competitors = new ArrayList<>(
				List.of(new Rounds("processor", (click) -> process(processor, click)),
						new Rounds("without memory of double clicks", (click) -> process(forgetful, click)), sdk));
		for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
			// New clicks each time, because the processor responds to known clicks from
			// memory.
			List<SignedClick> clicks = SignedClick.many(CLICKS);
			for (Rounds competitor : competitors) {
				competitor.run(clicks, round >= WARM_UP_ROUNDS);
			}
			Collections.rotate(competitors, 1);
		}
		System.out.printf("Java %s, %d rounds of %d clicks of %d bytes; in brackets the ratio to the SDK:%n",
				System.getProperty("java.version"), ROUNDS, CLICKS, SignedClick.many(1).get(0).body().length);
		System.out.printf("  %-32s %20s %20s%n", "", "clicks/s", "p99 µs");
		competitors.sort(Comparator.comparing(Rounds::name));
		for (Rounds competitor : competitors) {
			competitor.print(sdk);
		}
	}

	private static void process(CallbackProcessor processor, SignedClick click) {
		int status = Objects.requireNonNull(processor.process(click.headers(), click.body()).block()).status();
		if (status != 200) {
			throw new IllegalStateException("Refused with " + status);
		}
	}

	private static void handle(EventDispatcher dispatcher, SignedClick click) throws Exception {
		EventReq request = new EventReq();
		request.setHeaders(click.sdkHeaders());
		request.setBody(click.body());
		try {
			int status = dispatcher.handle(request).getStatusCode();
			if (status != 200) {
				throw new IllegalStateException("Refused with " + status);
			}
		}
		catch (Exception ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static CallbackProcessor.Builder processor() {
		CallbackLimits standard = CallbackLimits.standard();
		return CallbackProcessor.builder(SignedClick.KEYS)
			.limits(new CallbackLimits(standard.bodySize(), Duration.ofDays(1), standard.answer()))
			.handlers(new CardActionHandlers(List.of(new Greeting())));
	}

	private static EventDispatcher dispatcher() {
		return EventDispatcher.newBuilder(SignedClick.KEYS.verificationToken(), SignedClick.KEYS.encryptKey())
			.onP2CardActionTrigger(new SdkGreeting())
			.build();
	}

	/**
	 * Measures responses to clicks at a fixed rate. A slow response does not delay the
	 * next click.
	 */
	private void printAnswers() {
		DisposableServer server = serve(processor().build());
		try {
			printAnswers(addressOf(server), "this process");
		}
		finally {
			server.disposeNow();
		}
	}

	/** Starts a server with a route to a processor. */
	static DisposableServer serve(CallbackProcessor processor) {
		return HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle(new ReactorHttpHandlerAdapter(
					RouterFunctions.toHttpHandler(CallbackRoute.at("/callback", processor))))
			.bindNow();
	}

	static URI addressOf(DisposableServer server) {
		return URI.create("http://127.0.0.1:" + server.port() + "/callback");
	}

	/** Sends a click, and returns the body of the response. */
	static Mono<byte[]> send(HttpClient client, URI address, SignedClick click) {
		return client.headers((headers) -> click.headers().forEach((name, values) -> headers.add(name, values)))
			.post()
			.uri(address)
			.send((request, outbound) -> outbound.sendByteArray(Mono.just(click.body())))
			.responseSingle((response, body) -> {
				if (response.status().code() != 200) {
					throw new IllegalStateException("Refused with " + response.status());
				}
				return body.asByteArray();
			});
	}

	private void printAnswers(URI address, String server) {
		HttpClient client = HttpClient
			.create(ConnectionProvider.builder("clicks").maxConnections(64).pendingAcquireMaxCount(-1).build());
		answers(client, address, SignedClick.many(CLICKS_PER_SECOND * SECONDS));
		long[] nanos = answers(client, address, SignedClick.many(CLICKS_PER_SECOND * SECONDS));
		System.out.printf("%n%d clicks/s over HTTP for %d s, the server in %s:%n", CLICKS_PER_SECOND, SECONDS, server);
		System.out.printf("  median %.2f ms, p99 %.2f ms, p99.9 %.2f ms%n", percentile(nanos, 0.5) / 1e6,
				percentile(nanos, 0.99) / 1e6, percentile(nanos, 0.999) / 1e6);
	}

	private static long[] answers(HttpClient client, URI address, List<SignedClick> clicks) {
		long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
		long between = TimeUnit.SECONDS.toNanos(1) / CLICKS_PER_SECOND;
		List<CompletableFuture<Long>> answers = new ArrayList<>();
		for (int number = 0; number < clicks.size(); number++) {
			long due = start + number * between;
			while (System.nanoTime() < due) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
			SignedClick click = clicks.get(number);
			answers.add(send(client, address, click).map((body) -> System.nanoTime() - due).toFuture());
		}
		return answers.stream().mapToLong(CompletableFuture::join).toArray();
	}

	static double percentile(long[] values, double part) {
		long[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[(int) ((sorted.length - 1) * part)];
	}

	private interface Operation {

		void run(SignedClick click) throws Exception;

	}

	/**
	 * Rounds of one competitor.
	 *
	 * @param name name of the competitor
	 * @param operation what it does with a click
	 * @param perSecond clicks in a second, by round
	 * @param p99 99th percentile of the time for a click in nanoseconds, by round
	 */
	private record Rounds(String name, Operation operation, List<Double> perSecond, List<Double> p99) {

		Rounds(String name, Operation operation) {
			this(name, operation, new ArrayList<>(), new ArrayList<>());
		}

		void run(List<SignedClick> clicks, boolean keep) throws Exception {
			long[] nanos = new long[clicks.size()];
			long start = System.nanoTime();
			for (int number = 0; number < nanos.length; number++) {
				long before = System.nanoTime();
				this.operation.run(clicks.get(number));
				nanos[number] = System.nanoTime() - before;
			}
			long total = System.nanoTime() - start;
			if (keep) {
				this.perSecond.add(nanos.length * 1e9 / total);
				this.p99.add(percentile(nanos, 0.99));
			}
		}

		void print(Rounds base) {
			System.out.printf(Locale.ROOT, "  %-32s %13.0f (%.2f) %13.1f (%.2f)%n", this.name, median(this.perSecond),
					ratio(this.perSecond, base.perSecond), median(this.p99) / 1e3, ratio(this.p99, base.p99));
		}

		private static double median(List<Double> values) {
			return SendBenchmark.median(values.stream().mapToDouble(Double::doubleValue).toArray());
		}

		private static double ratio(List<Double> values, List<Double> base) {
			double[] ratios = new double[values.size()];
			Arrays.setAll(ratios, (round) -> values.get(round) / base.get(round));
			return SendBenchmark.median(ratios);
		}

	}

	private static final class Greeting implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("save");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			return Mono.just(CardActionReply.success("Saved " + event.form().path("text").asString("")));
		}

	}

	private static final class SdkGreeting extends P2CardActionTriggerHandler {

		@Override
		public P2CardActionTriggerResponse handle(P2CardActionTrigger event) {
			CallBackToast toast = new CallBackToast();
			toast.setType("success");
			toast.setContent("Saved " + event.getEvent().getAction().getFormValue().get("text"));
			P2CardActionTriggerResponse response = new P2CardActionTriggerResponse();
			response.setToast(toast);
			return response;
		}

	}

}
