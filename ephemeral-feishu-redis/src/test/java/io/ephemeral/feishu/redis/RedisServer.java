package io.ephemeral.feishu.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import redis.embedded.core.ExecutableProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real Redis server on a free port of the loopback interface, without persistence: the
 * {@code redis-server} of the path, or else the one in the jar of embedded-redis.
 */
public final class RedisServer implements AutoCloseable {

	/** Name of the master that a sentinel observes. */
	static final String MASTER = "feishu";

	private static final Duration START = Duration.ofMinutes(5);

	/**
	 * Highest port of a node of a cluster, whose bus has a port that is 10,000 higher.
	 */
	private static final int HIGHEST_PORT = 55_535;

	private final int port;

	private final List<String> arguments;

	private Process process;

	private RedisServer(int port, List<String> arguments) {
		this.port = port;
		this.arguments = arguments;
		this.process = launch();
	}

	/**
	 * Starts a server.
	 * @param options further options, such as {@code --requirepass}
	 */
	public static RedisServer start(String... options) {
		int port = freePort();
		List<String> arguments = new ArrayList<>(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1",
				"--save", "", "--appendonly", "no", "--daemonize", "no"));
		arguments.addAll(List.of(options));
		return new RedisServer(port, arguments);
	}

	/**
	 * Starts a sentinel that replaces a master without an answer within half a second.
	 */
	static RedisServer sentinel(RedisServer master) {
		int port = freePort();
		String configuration = "port " + port + "\nbind 127.0.0.1\nsentinel monitor " + MASTER + " 127.0.0.1 "
				+ master.port() + " 1\nsentinel down-after-milliseconds " + MASTER + " 500\nsentinel failover-timeout "
				+ MASTER + " 5000\n";
		try {
			Path file = Files.writeString(Files.createTempFile("sentinel", ".conf"), configuration);
			return new RedisServer(port, List.of(file.toString(), "--sentinel"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns whether the binary knows the options of TLS. */
	static boolean hasTls() {
		try {
			start("--tls-port", "0").close();
			return true;
		}
		catch (AssertionError ex) {
			return false;
		}
	}

	public int port() {
		return this.port;
	}

	/** Kills the server. Its contents are lost. */
	public void kill() {
		this.process.destroyForcibly();
		await().atMost(START).until(() -> !this.process.isAlive());
	}

	/** Starts the server again, empty, at the same port. */
	public void restart() {
		this.process = launch();
	}

	/** Stops the process as a debugger does, so that connections stay open and silent. */
	public void hang() {
		signal("-STOP");
	}

	/** Lets a process that hangs continue. */
	public void resume() {
		signal("-CONT");
	}

	@Override
	public void close() {
		kill();
	}

	private void signal(String signal) {
		try {
			int end = new ProcessBuilder("kill", signal, Long.toString(this.process.pid())).start().waitFor();
			assertThat(end).isZero();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private Process launch() {
		List<String> command = new ArrayList<>(List.of(binary()));
		command.addAll(this.arguments);
		try {
			Process started = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.directory(Files.createTempDirectory("redis").toFile())
				.start();
			Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
			await().atMost(START).until(() -> !started.isAlive() || answers());
			assertThat(started.isAlive()).as("redis-server runs").isTrue();
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** An error, such as one that asks for a password, is an answer too. */
	private boolean answers() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 200);
			socket.setSoTimeout(500);
			socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
			return socket.getInputStream().read() != -1;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static String binary() {
		try {
			return ExecutableProvider.newExecutableInPath("redis-server").get().getAbsolutePath();
		}
		catch (IOException ex) {
			return embedded();
		}
	}

	private static String embedded() {
		try {
			return ExecutableProvider.newJarResourceProvider().get().getAbsolutePath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return (socket.getLocalPort() <= HIGHEST_PORT) ? socket.getLocalPort() : freePort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
