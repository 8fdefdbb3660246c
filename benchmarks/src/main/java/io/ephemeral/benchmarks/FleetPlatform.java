package io.ephemeral.benchmarks;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

import reactor.core.publisher.Mono;

/**
 * Platform for several sender processes. A request takes 5 to 20 ms to arrive. It counts
 * when it arrives, and its response takes 25 to 60 ms. A request is two numbers: an id
 * and the chat. A response is the id, and a byte that is 1 if the request was accepted.
 */
final class FleetPlatform implements AutoCloseable {

	private final ServerSocket server;

	private PlatformModel model = new PlatformModel(true);

	private final List<Arrival> arrivals = new ArrayList<>();

	private int senders;

	FleetPlatform() throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		start("platform", this::accept);
	}

	int port() {
		return this.server.getLocalPort();
	}

	/** Forgets all requests. */
	synchronized void begin() {
		this.model = new PlatformModel(true);
		this.arrivals.clear();
	}

	/** Returns the arrival times of all accepted requests, by {@link System#nanoTime}. */
	List<Long> accepted() {
		return arrivals((arrival) -> arrival.accepted());
	}

	/** Returns the arrival times of the accepted requests of some processes. */
	List<Long> accepted(IntPredicate sender) {
		return arrivals((arrival) -> arrival.accepted() && sender.test(arrival.sender()));
	}

	int refusals() {
		return refusals((sender) -> true);
	}

	int refusals(IntPredicate sender) {
		return arrivals((arrival) -> !arrival.accepted() && sender.test(arrival.sender())).size();
	}

	private synchronized List<Long> arrivals(Predicate<Arrival> counts) {
		return this.arrivals.stream().filter(counts).map(Arrival::at).toList();
	}

	private static void start(String name, Runnable work) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		try {
			while (true) {
				Socket sender = this.server.accept();
				sender.setTcpNoDelay(true);
				int number = this.senders++;
				start("platform of a sender", () -> serve(sender, number));
			}
		}
		catch (IOException ex) {
			// The platform is closed.
		}
	}

	private void serve(Socket sender, int number) {
		try (sender; DataInputStream requests = new DataInputStream(sender.getInputStream())) {
			OutputStream responses = sender.getOutputStream();
			while (true) {
				int id = requests.readInt();
				int chat = requests.readInt();
				Mono.delay(between(5, 20))
					.flatMap((arrival) -> arrive(chat, number))
					.delayElement(between(25, 60))
					.subscribe((accepted) -> respond(responses, id, accepted));
			}
		}
		catch (IOException ex) {
			// The sender ended.
		}
	}

	private static Duration between(int leastMillis, int mostMillis) {
		return Duration.ofNanos(ThreadLocalRandom.current()
			.nextLong(TimeUnit.MILLISECONDS.toNanos(leastMillis), TimeUnit.MILLISECONDS.toNanos(mostMillis)));
	}

	private synchronized Mono<Boolean> arrive(int chat, int sender) {
		return this.model.send(chat).doOnNext((accepted) -> count(sender, accepted));
	}

	private synchronized void count(int sender, boolean accepted) {
		this.arrivals.add(new Arrival(sender, System.nanoTime(), accepted));
	}

	private static void respond(OutputStream responses, int id, boolean accepted) {
		byte[] response = ByteBuffer.allocate(5).putInt(id).put((byte) (accepted ? 1 : 0)).array();
		try {
			synchronized (responses) {
				responses.write(response);
			}
		}
		catch (IOException ex) {
			// The sender ended before its response.
		}
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Arrival of a request.
	 *
	 * @param sender number of the process, in the order of their connections
	 * @param at time by {@link System#nanoTime}
	 */
	private record Arrival(int sender, long at, boolean accepted) {
	}

}
