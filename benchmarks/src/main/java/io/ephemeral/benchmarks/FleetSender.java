package io.ephemeral.benchmarks;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * One process of an app that sends cards to a {@link FleetPlatform}. The command
 * {@code begin} creates a limiter for an app without earlier calls. The command
 * {@code send} sends a number of cards to a number of chats; its answer is the time of
 * the first attempt, the time of the last response, and the number of Redis commands.
 */
final class FleetSender {

	/** Time in which the limiter reports its last arrivals. */
	private static final Duration LAST_REPORT = Duration.ofMillis(300);

	private final FleetLimiter limiter;

	private final CountedRedis redis;

	private final OutputStream requests;

	private final AtomicInteger ids = new AtomicInteger();

	private final Map<Integer, MonoSink<Boolean>> waiting = new ConcurrentHashMap<>();

	private Pacer pacer = (chat, call) -> call;

	private FleetSender(FleetLimiter limiter, Socket platform, CountedRedis redis) throws IOException {
		this.limiter = limiter;
		this.redis = redis;
		this.requests = platform.getOutputStream();
		DataInputStream responses = new DataInputStream(platform.getInputStream());
		Thread reader = new Thread(() -> read(responses), "responses");
		reader.setDaemon(true);
		reader.start();
	}

	private void read(DataInputStream responses) {
		try {
			while (true) {
				MonoSink<Boolean> sink = Objects.requireNonNull(this.waiting.remove(responses.readInt()));
				sink.success(responses.readByte() == 1);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Mono<Boolean> request(int chat) {
		return Mono.create((sink) -> {
			int id = this.ids.incrementAndGet();
			this.waiting.put(id, sink);
			write(ByteBuffer.allocate(8).putInt(id).putInt(chat).array());
		});
	}

	private void write(byte[] request) {
		try {
			synchronized (this.requests) {
				this.requests.write(request);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String run(String[] command) {
		return switch (command[0]) {
			case "begin" -> begin(command[1]);
			case "send" -> send(GoodputScenario.atOnce(Integer.parseInt(command[1]), Integer.parseInt(command[2])));
			default -> throw new IllegalArgumentException(command[0]);
		};
	}

	private String begin(String app) {
		this.pacer = this.limiter.pacer(this.redis, app);
		return "ok";
	}

	private String send(GoodputScenario scenario) {
		long commands = this.redis.commands();
		GoodputRun run = new GoodputRun(scenario, this.pacer, this::request);
		run.run().then(Mono.delay(LAST_REPORT)).block();
		return run.start() + " " + run.end() + " " + (this.redis.commands() - commands);
	}

	public static void main(String[] arguments) throws Exception {
		try (Socket platform = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
				CountedRedis redis = new CountedRedis(Integer.parseInt(arguments[2]))) {
			platform.setTcpNoDelay(true);
			FleetSender sender = new FleetSender(FleetLimiter.valueOf(arguments[0]), platform, redis);
			System.out.println("= ready");
			BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
			for (String command = commands.readLine(); command != null; command = commands.readLine()) {
				System.out.println("= " + sender.run(command.split(" ", -1)));
			}
		}
		System.exit(0);
	}

}
