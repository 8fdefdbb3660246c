package io.ephemeral.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.ephemeral.Delivery;
import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.ephemeral.ExpiryWorker;
import io.ephemeral.feishu.ephemeral.PendingExpiry;
import io.ephemeral.feishu.redis.RedisExpiryStore;
import io.ephemeral.feishu.redis.RedisKeys;
import reactor.core.publisher.Flux;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * One process of an app whose cards expire. The command {@code save} saves the expiries
 * of its part of the cards.
 */
final class ExpirySender {

	private static final RedisKeys KEYS = new RedisKeys("feishu", URI.create("https://open.feishu.cn"), "expiries");

	private static final int AT_ONCE = 64;

	private final ExpiryStore store;

	private ExpirySender(ExpiryStore store) {
		this.store = store;
	}

	private String run(String[] command) {
		int process = Integer.parseInt(command[1]);
		int processes = Integer.parseInt(command[2]);
		int cards = Integer.parseInt(command[3]);
		long first = Long.parseLong(command[4]);
		Flux.range(0, cards)
			.filter((card) -> card % processes == process)
			.flatMap((card) -> this.store.save(expiry(card, Instant.ofEpochMilli(FleetExpiries.due(first, card)))),
					AT_ONCE)
			.blockLast();
		return "ok";
	}

	private static PendingExpiry expiry(int card, Instant due) {
		return new PendingExpiry(new MessageId(String.format(Locale.ROOT, "om_%d", card)), Delivery.DIRECT_MESSAGE,
				null, due, 0);
	}

	public static void main(String[] arguments) throws Exception {
		URI platform = URI.create("http://127.0.0.1:" + arguments[1]);
		try (CountedRedis redis = new CountedRedis(Integer.parseInt(arguments[0]))) {
			ExpiryStore store = new RedisExpiryStore(redis.template(), KEYS, Clock.systemUTC());
			new ExpiryWorker(FeishuWebClient.unauthenticated(WebClient.builder(), platform), store, Clock.systemUTC())
				.start();
			ExpirySender sender = new ExpirySender(store);
			System.out.println("= ready");
			BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
			for (String command = commands.readLine(); command != null; command = commands.readLine()) {
				System.out.println("= " + sender.run(command.split(" ", -1)));
			}
		}
		System.exit(0);
	}

}
