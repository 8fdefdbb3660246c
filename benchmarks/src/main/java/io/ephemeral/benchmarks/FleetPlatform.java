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

import reactor.core.publisher.Mono;

/**
 * Platform for several sender processes. A request takes 5 to 20 ms to arrive. It counts
 * when it arrives, and its response takes 25 to 60 ms. A request is two numbers: an id
 * and the chat. A response is the id, and a byte that is 1 if the request was accepted.
 */
final class FleetPlatform implements AutoCloseable {

	private final ServerSocket server;

	private PlatformModel model = new PlatformModel(true);

	private final List<Long> accepted = new ArrayList<>();

	private int refusals;

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
		this.accepted.clear();
		this.refusals = 0;
	}

	/** Returns the arrival times of all accepted requests, by {@link System#nanoTime}. */
	synchronized List<Long> accepted() {
		return List.copyOf(this.accepted);
	}

	synchronized int refusals() {
		return this.refusals;
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
				start("platform of a sender", () -> serve(sender));
			}
		}
		catch (IOException ex) {
			// The platform is closed.
		}
	}

	private void serve(Socket sender) {
		try (sender; DataInputStream requests = new DataInputStream(sender.getInputStream())) {
			OutputStream responses = sender.getOutputStream();
			while (true) {
				int id = requests.readInt();
				int chat = requests.readInt();
				Mono.delay(between(5, 20))
					.flatMap((arrival) -> arrive(chat))
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

	private synchronized Mono<Boolean> arrive(int chat) {
		return this.model.send(chat).doOnNext(this::count);
	}

	private synchronized void count(boolean accepted) {
		if (accepted) {
			this.accepted.add(System.nanoTime());
		}
		else {
			this.refusals++;
		}
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

}
