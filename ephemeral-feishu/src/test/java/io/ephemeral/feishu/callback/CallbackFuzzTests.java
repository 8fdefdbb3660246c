package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.MutableClock;
import io.ephemeral.feishu.card.RandomText;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random damage to callbacks: without a key, a sender reaches no handler, and with the
 * key it breaks nothing.
 */
class CallbackFuzzTests {

	private static final Set<Integer> REFUSALS = Set.of(400, 401, 413);

	private static final List<String> BODIES = List.of(Clicks.button("evt-1", "save"),
			Clicks.submit("evt-2", "save", Clicks.FORM), Clicks.legacy("save"),
			"{\"challenge\":\"c\",\"token\":\"vt_test_abd\",\"type\":\"url_verification\"}",
			"{\"uuid\":\"1\",\"token\":\"vt_test_abc\",\"type\":\"event_callback\",\"event\":{\"type\":\"app_ticket\"}}");

	private final AtomicInteger handled = new AtomicInteger();

	private final CallbackProcessor processor = CallbackProcessor.builder(SignedCallback.KEYS)
		.legacy(true)
		.limits(new CallbackLimits(DataSize.ofKilobytes(8), Duration.ofMinutes(5), Duration.ofSeconds(2)))
		.handlers(new CardActionHandlers(List.of(new Counting())))
		.listener((event) -> this.handled.incrementAndGet())
		.scheduler(Schedulers.immediate())
		.clock(new MutableClock(SignedCallback.NOW))
		.build();

	@Test
	void bodyWhenNotSignedByThePlatformThenIsRefusedAndNobodyIsTold() {
		RandomText.forEach((random) -> {
			SignedCallback callback = sealed(random, random.oneOf(BODIES));
			byte[] damaged = damaged(random, callback.body());
			if (!Arrays.equals(damaged, callback.body())) {
				CallbackResponse response = process(callback.body(damaged));

				assertThat(REFUSALS).contains(response.status());
				assertThat(response.body()).isEmpty();
			}
		});
		assertThat(this.handled).hasValue(0);
	}

	@Test
	void headersWhenDamagedThenAreRefusedAndNobodyIsTold() {
		RandomText.forEach((random) -> {
			SignedCallback callback = sealed(random, random.oneOf(BODIES));
			String header = random
				.oneOf(List.of("X-Lark-Signature", "X-Lark-Request-Timestamp", "X-Lark-Request-Nonce"));
			String value = random.next();
			if (!value.equals(callback.headers().getFirst(header))) {
				assertThat(REFUSALS).contains(process(callback.with(header, value)).status());
			}
		});
		assertThat(this.handled).hasValue(0);
	}

	@Test
	void bodyWhenSignedButDamagedBeforeThenIsAnsweredOrRefused() {
		RandomText.forEach((random) -> {
			String damaged = new String(damaged(random, random.oneOf(BODIES).getBytes(StandardCharsets.UTF_8)),
					StandardCharsets.UTF_8);

			CallbackResponse response = process(sealed(random, damaged));

			assertThat(List.of(200, 400, 401, 413)).contains(response.status());
			assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain("xception");
		});
	}

	private CallbackResponse process(SignedCallback callback) {
		CallbackResponse response = this.processor.process(callback.headers(), Mono.just(callback.body())).block();
		response.afterwards().run();
		return response;
	}

	private static SignedCallback sealed(RandomText random, String body) {
		return switch (random.number() % 3) {
			case 0 -> SignedCallback.of(body);
			case 1 -> SignedCallback.plain(body);
			default -> SignedCallback.legacy(body);
		};
	}

	/** Damages a body: cuts it, flips bits, repeats, inserts and nests. */
	private static byte[] damaged(RandomText random, byte[] body) {
		byte[] damaged = body;
		for (int times = random.number() % 3; times >= 0; times--) {
			int position = (damaged.length == 0) ? 0 : random.number() % damaged.length;
			byte[] head = Arrays.copyOf(damaged, position);
			byte[] tail = Arrays.copyOfRange(damaged, position, damaged.length);
			damaged = switch (random.number() % 6) {
				case 0 -> head;
				case 1 -> join(head, tail, tail);
				case 2 -> join(head, random.next().getBytes(StandardCharsets.UTF_8), tail);
				case 3 -> join(head, "{\"a\":[".repeat(random.number() % 500).getBytes(StandardCharsets.UTF_8), tail);
				case 4 -> join(head, new byte[] { (byte) random.number() }, tail);
				default -> turned(damaged, position, random.number());
			};
		}
		return damaged;
	}

	private static byte[] turned(byte[] body, int position, int bit) {
		byte[] turned = body.clone();
		if (turned.length > 0) {
			turned[position] ^= (byte) (1 << (bit % 8));
		}
		return turned;
	}

	private static byte[] join(byte[]... parts) {
		byte[] whole = new byte[Arrays.stream(parts).mapToInt((part) -> part.length).sum()];
		int position = 0;
		for (byte[] part : parts) {
			System.arraycopy(part, 0, whole, position, part.length);
			position += part.length;
		}
		return whole;
	}

	private final class Counting implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("save");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			CallbackFuzzTests.this.handled.incrementAndGet();
			return Mono.just(event.form(FormBinderTests.Everything.class))
				.map((form) -> CardActionReply.success("Saved"));
		}

	}

}
