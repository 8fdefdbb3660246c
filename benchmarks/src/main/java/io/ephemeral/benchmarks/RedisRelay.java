package io.ephemeral.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Way of one process to Redis that can be cut. While it is cut, connections stay open and
 * nothing passes, as behind a broken network; what was sent meanwhile passes later.
 */
final class RedisRelay implements AutoCloseable {

	private final int redisPort;

	private final ServerSocket server;

	private boolean cut;

	RedisRelay(int redisPort) throws IOException {
		this.redisPort = redisPort;
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		start("relay", this::accept);
	}

	int port() {
		return this.server.getLocalPort();
	}

	synchronized void cut() {
		this.cut = true;
	}

	synchronized void join() {
		this.cut = false;
		notifyAll();
	}

	private synchronized void awaitWay() throws InterruptedException {
		while (this.cut) {
			wait();
		}
	}

	private void accept() throws IOException {
		while (true) {
			Socket client = this.server.accept();
			Socket redis = new Socket(InetAddress.getLoopbackAddress(), this.redisPort);
			client.setTcpNoDelay(true);
			redis.setTcpNoDelay(true);
			start("relay to Redis", () -> pass(client, redis));
			start("relay from Redis", () -> pass(redis, client));
		}
	}

	private void pass(Socket from, Socket to) throws IOException, InterruptedException {
		try (from; to) {
			InputStream input = from.getInputStream();
			OutputStream output = to.getOutputStream();
			byte[] bytes = new byte[16_384];
			for (int length = input.read(bytes); length >= 0; length = input.read(bytes)) {
				awaitWay();
				output.write(bytes, 0, length);
			}
		}
	}

	private static void start(String name, Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException | InterruptedException ex) {
				// One of the ends is closed.
			}
		}, name);
		thread.setDaemon(true);
		thread.start();
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

	/** Work of a thread until its connection ends. */
	@FunctionalInterface
	private interface Work {

		void run() throws IOException, InterruptedException;

	}

}
