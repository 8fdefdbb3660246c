package io.ephemeral.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lettuce.core.api.StatefulRedisConnection;

/**
 * Expiries of cards in Redis while two of four processes are killed. The platform is an
 * HTTP server that takes 50 to 300 ms for a deletion, so that the killed processes have
 * claimed cards.
 */
final class FleetExpiries implements AutoCloseable {

	private static final int PROCESSES = 4;

	private static final int CARDS = 10_000;

	/** Milliseconds until the first card expires. */
	private static final long FIRST = 15_000;

	/** Milliseconds between two cards. */
	private static final long BETWEEN = 4;

	/**
	 * Milliseconds until the last cards of the killed processes are gone, with a reserve.
	 */
	private static final long LONGEST = 130_000;

	private final RedisProcess redis;

	private final HttpServer platform;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<CommandProcess> processes = new ArrayList<>();

	/** Milliseconds of the first deletion by the number of the card. */
	private final ConcurrentHashMap<Integer, Long> deletions = new ConcurrentHashMap<>();

	private final AtomicInteger repeated = new AtomicInteger();

	private FleetExpiries(RedisProcess redis) throws IOException {
		this.redis = redis;
		this.platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
		this.platform.setExecutor(this.threads);
		this.platform.createContext("/open-apis/im/v1/messages/", this::delete);
		this.platform.start();
		for (int i = 0; i < PROCESSES; i++) {
			this.processes.add(new CommandProcess(ExpirySender.class, Integer.toString(redis.port()),
					Integer.toString(this.platform.getAddress().getPort())));
		}
	}

	static void measure(RedisProcess redis) throws Exception {
		try (FleetExpiries expiries = new FleetExpiries(redis)) {
			expiries.run();
		}
	}

	private void delete(HttpExchange exchange) throws IOException {
		long now = System.currentTimeMillis();
		String path = exchange.getRequestURI().getPath();
		int card = Integer.parseInt(path.substring(path.lastIndexOf("om_") + 3));
		if (this.deletions.putIfAbsent(card, now) != null) {
			this.repeated.incrementAndGet();
		}
		try {
			Thread.sleep(ThreadLocalRandom.current().nextInt(50, 300));
			byte[] response = "{\"code\":0,\"msg\":\"ok\"}".getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, response.length);
			exchange.getResponseBody().write(response);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			exchange.close();
		}
	}

	private void run() throws Exception {
		long first = System.currentTimeMillis() + FIRST;
		List<Future<String>> saves = new ArrayList<>();
		for (int i = 0; i < PROCESSES; i++) {
			CommandProcess process = this.processes.get(i);
			String command = "save " + i + " " + PROCESSES + " " + CARDS + " " + first;
			saves.add(this.threads.submit(() -> process.run(command)));
		}
		for (Future<String> save : saves) {
			save.get();
		}
		System.out.printf(Locale.ROOT, "%,d cards of %d processes saved; %d ms before the first expires%n", CARDS,
				PROCESSES, first - System.currentTimeMillis());
		sleepUntil(first + CARDS * BETWEEN / 2);
		this.processes.get(0).signal(ProcessSignal.KILL);
		this.processes.get(1).signal(ProcessSignal.KILL);
		System.out.printf(Locale.ROOT, "Two processes killed after %,d deletions%n", this.deletions.size());
		long end = first + CARDS * BETWEEN + LONGEST;
		while (System.currentTimeMillis() < end && left() > 0) {
			Thread.sleep(1000);
		}
		print(first);
	}

	private void print(long first) {
		System.out.printf(Locale.ROOT, "  %-42s %,6d%n", "deleted", this.deletions.size());
		System.out.printf(Locale.ROOT, "  %-42s %,6d%n", "deleted early", count(first, (late) -> late < 0));
		System.out.printf(Locale.ROOT, "  %-42s %,6d%n", "deleted more than 2 s late",
				count(first, (late) -> late > 2000));
		System.out.printf(Locale.ROOT, "  %-42s %,6d%n", "deleted more than 2 min 2 s late",
				count(first, (late) -> late > 122_000));
		System.out.printf(Locale.ROOT, "  %-42s %,6d%n", "deleted twice", this.repeated.get());
		System.out.printf(Locale.ROOT, "  %-42s %,6d%n", "left in Redis", left());
		System.out.printf(Locale.ROOT, "  %-42s %,6d%n", "most milliseconds late",
				this.deletions.entrySet()
					.stream()
					.mapToLong((deletion) -> deletion.getValue() - due(first, deletion.getKey()))
					.max()
					.orElse(0));
	}

	private long count(long first, LongPredicate late) {
		return this.deletions.entrySet()
			.stream()
			.filter((deletion) -> late.test(deletion.getValue() - due(first, deletion.getKey())))
			.count();
	}

	/** Returns the milliseconds at which a card expires. */
	static long due(long first, int card) {
		return first + card * BETWEEN;
	}

	private long left() {
		try (CountedRedis connection = new CountedRedis(this.redis.port());
				StatefulRedisConnection<String, String> commands = connection.client().connect()) {
			return commands.sync().keys("*:expiry:due").stream().mapToLong(commands.sync()::zcard).sum();
		}
	}

	private static void sleepUntil(long millis) throws InterruptedException {
		Thread.sleep(Math.max(0, millis - System.currentTimeMillis()));
	}

	@Override
	public void close() {
		this.processes.forEach(CommandProcess::close);
		this.platform.stop(0);
		this.threads.shutdownNow();
	}

}
