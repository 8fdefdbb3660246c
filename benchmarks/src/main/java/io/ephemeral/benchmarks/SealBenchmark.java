package io.ephemeral.benchmarks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.callback.CallbackLimits;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CallbackResponse;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionHandlers;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardMessages;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.CardValidation;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.seal.ActionSealer;
import io.ephemeral.feishu.seal.SealOpener;
import io.ephemeral.feishu.seal.SealPlace;
import io.ephemeral.feishu.seal.SealedClick;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;

/**
 * Benchmark of sealed actions: the time and the size of a seal, and a click with a seal
 * in comparison with one without.
 */
final class SealBenchmark {

	private static final int WARM_UP_ROUNDS = 15;

	private static final int ROUNDS = 40;

	private static final int CLICKS = 2000;

	private static final AppCredentials APP = new AppCredentials("cli_a5fb0ae6a4a12345", "benchmark-app-secret");

	private static final Viewer VIEWER = Viewer.openId("ou_3c14f3a59eaf2825dbe25359f15abcde");

	private static final SealPlace PLACE = new SealPlace(new TenantKey("2df73991750b1234"),
			new ChatId("oc_e4d2605ca917e695f54f11aaf56abcde"));

	private static final Order ORDER = new Order("order-4711", "Ada Lovelace", "Ten boxes of noodles for the kitchen",
			List.of("https://shop.example.com/orders/4711", "https://shop.example.com/invoices/4711"), 4711);

	private final CardPreparation preparation = new CardPreparation(CardMessages.none(), null, CardValidation.FAIL,
			new ActionSealer(APP));

	private final SealOpener opener = new SealOpener(APP, List.of(), Clock.systemUTC());

	private final CallbackProcessor processor = CallbackProcessor.builder(SignedClick.KEYS)
		.limits(new CallbackLimits(CallbackLimits.standard().bodySize(), Duration.ofDays(1),
				CallbackLimits.standard().answer()))
		.handlers(new CardActionHandlers(List.of(new Ordering())))
		.seals(this.opener)
		.build();

	private SealBenchmark() {
	}

	public static void main(String[] arguments) {
		SealBenchmark benchmark = new SealBenchmark();
		benchmark.printSeals();
		benchmark.printClicks("in the process",
				(click) -> benchmark.processor.process(click.headers(), click.body()).map(CallbackResponse::body));
		DisposableServer server = CallbackBenchmark.serve(benchmark.processor);
		try {
			HttpClient client = HttpClient.create();
			URI address = CallbackBenchmark.addressOf(server);
			benchmark.printClicks("over HTTP", (click) -> CallbackBenchmark.send(client, address, click));
		}
		finally {
			server.disposeNow();
		}
	}

	private void printSeals() {
		RawCard plain = this.preparation.forViewer(card(Button.builder("Order").callback(ORDER)), null);
		RawCard unsealed = this.preparation.forViewer(card(Button.builder("Order").callback(ORDER, seal())), null);
		JsonNode value = valueIn(sealed(unsealed));
		SealedClick click = new SealedClick(value.path(Seal.MEMBER).stringValue(), "Order", PLACE, Set.of(VIEWER));
		System.out.printf("Java %s; the value of a button without a seal has %d bytes, with one %d bytes%n%n",
				System.getProperty("java.version"), valueIn(plain).toString().length(), value.toString().length());
		new Comparison("Prepare a card for its place").with("card without a seal", () -> sealed(plain))
			.with("seal it", () -> sealed(unsealed))
			.print();
		new Comparison("Open a seal").with("open it", () -> this.opener.open(click).block()).print();
	}

	private static Seal seal() {
		return Seal.forViewer(VIEWER).until(Instant.now().plus(Duration.ofDays(1)));
	}

	private static Card card(Button.Builder button) {
		return Card.builder().title("Order?").add(button).build();
	}

	private RawCard sealed(RawCard card) {
		return Objects.requireNonNull(this.preparation.sealed(card, PLACE).block());
	}

	private static JsonNode valueIn(RawCard card) {
		return card.json().at("/body/elements/0/behaviors/0/value");
	}

	/** Compares clicks in turn, each of them with an id and a message of its own. */
	private void printClicks(String way, Function<SignedClick, Mono<byte[]>> press) {
		JsonNode plain = valueIn(this.preparation.forViewer(card(Button.builder("Order").callback(ORDER)), null));
		RawCard unsealed = this.preparation.forViewer(card(Button.builder("Order").callback(ORDER, seal())), null);
		List<Double> without = new ArrayList<>();
		List<Double> with = new ArrayList<>();
		for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
			List<SignedClick> plainClicks = clicks(() -> plain);
			List<SignedClick> sealedClicks = clicks(() -> valueIn(sealed(unsealed)));
			boolean first = round % 2 == 0;
			double one = first ? micros(plainClicks, press) : micros(sealedClicks, press);
			double other = first ? micros(sealedClicks, press) : micros(plainClicks, press);
			if (round >= WARM_UP_ROUNDS) {
				without.add(first ? one : other);
				with.add(first ? other : one);
			}
		}
		System.out.printf(Locale.ROOT, "Click %s without a seal %.2f µs, with one %.2f µs; ratio %.3f%n", way,
				median(without), median(with), median(ratios(with, without)));
	}

	private static List<SignedClick> clicks(Supplier<JsonNode> value) {
		List<SignedClick> clicks = new ArrayList<>();
		for (int number = 0; number < CLICKS; number++) {
			clicks.add(SignedClick.of(click(value.get())));
		}
		return clicks;
	}

	private static String click(JsonNode value) {
		String id = UUID.randomUUID().toString();
		return """
				{"schema":"2.0","header":{"event_id":"%s","token":"benchmark-verification-token",\
				"create_time":"1603977298000000","event_type":"card.action.trigger","tenant_key":"2df73991750b1234",\
				"app_id":"cli_a5fb0ae6a4a12345"},"event":{"operator":{"tenant_key":"2df73991750b1234",\
				"user_id":"867b1234","open_id":"%s","union_id":"on_cad4860e7af114fb4ff6c5d496dabcde"},\
				"token":"c-295ee57216a5dc9de90fefd0aadb4b1d7dabcdef","action":{"value":%s,"tag":"button",\
				"timezone":"Asia/Shanghai"},"host":"im_message",\
				"context":{"open_message_id":"om_%s","open_chat_id":"oc_e4d2605ca917e695f54f11aaf56abcde"}}}"""
			.formatted(id, VIEWER.value(), value, id);
	}

	private static double micros(List<SignedClick> clicks, Function<SignedClick, Mono<byte[]>> press) {
		long start = System.nanoTime();
		for (SignedClick click : clicks) {
			String body = new String(Objects.requireNonNull(press.apply(click).block()), StandardCharsets.UTF_8);
			if (!body.contains(ORDER.id())) {
				throw new IllegalStateException("Refused: " + body);
			}
		}
		return (System.nanoTime() - start) / 1e3 / clicks.size();
	}

	private static List<Double> ratios(List<Double> values, List<Double> base) {
		List<Double> ratios = new ArrayList<>();
		for (int round = 0; round < values.size(); round++) {
			ratios.add(values.get(round) / base.get(round));
		}
		return ratios;
	}

	private static double median(List<Double> values) {
		return SendBenchmark.median(values.stream().mapToDouble(Double::doubleValue).toArray());
	}

	private record Order(String id, String person, String text, List<String> links, int number) implements TypedAction {
	}

	private static final class Ordering implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("Order");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			return Mono.just(CardActionReply.success(event.action(Order.class).id()));
		}

	}

}
