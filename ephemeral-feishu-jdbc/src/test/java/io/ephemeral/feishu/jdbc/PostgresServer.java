package io.ephemeral.feishu.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real PostgreSQL server on a free port of the loopback interface, in a temporary
 * folder. PostgreSQL refuses to run as root; then the user {@code postgres} runs it.
 */
final class PostgresServer implements AutoCloseable {

	private static final Duration START = Duration.ofMinutes(10);

	private final Path programs;

	private final int port = freePort();

	private final String folder;

	private PostgresServer(Path programs) {
		this.programs = programs;
		this.folder = run("mktemp", "-d").strip();
		Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
		run(program("initdb"), "-D", this.folder + "/data", "-U", "postgres", "-A", "trust", "--no-sync");
	}

	/** Starts a server, and waits until it accepts connections. */
	static PostgresServer start() {
		PostgresServer server = new PostgresServer(programs().orElseThrow());
		server.launch();
		return server;
	}

	static boolean isInstalled() {
		return programs().isPresent();
	}

	DataSource database() {
		return new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + this.port + "/postgres", "postgres", "");
	}

	@Override
	public void close() {
		run(program("pg_ctl"), "-D", this.folder + "/data", "-m", "immediate", "stop");
		remove();
	}

	private void launch() {
		String options = "-h 127.0.0.1 -p " + this.port + " -c unix_socket_directories= -c fsync=off";
		run(program("pg_ctl"), "-D", this.folder + "/data", "-l", this.folder + "/log", "-o", options, "-W", "start");
		await().atMost(START).until(this::accepts);
	}

	private boolean accepts() {
		try {
			database().getConnection().close();
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private void remove() {
		if (Files.exists(Path.of(this.folder))) {
			run("rm", "-rf", this.folder);
		}
	}

	private String program(String name) {
		return this.programs.resolve(name).toString();
	}

	private String run(String... command) {
		List<String> whole = new ArrayList<>();
		if (System.getProperty("user.name").equals("root")) {
			whole.addAll(List.of("runuser", "-u", "postgres", "--"));
		}
		whole.addAll(List.of(command));
		try {
			Path output = Files.createTempFile("postgres", ".log");
			Process process = new ProcessBuilder(whole).directory(Path.of("/").toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			assertThat(process.waitFor(START.toSeconds(), TimeUnit.SECONDS)).as(command[0] + " ends").isTrue();
			String text = Files.readString(output, StandardCharsets.UTF_8);
			Files.delete(output);
			assertThat(process.exitValue()).as(text).isZero();
			return text;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Finds the folder of the programs, on the path or where Debian has it. */
	private static Optional<Path> programs() {
		Stream<Path> path = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
		return Stream.concat(debian(), path)
			.filter((folder) -> Files.isExecutable(folder.resolve("initdb")))
			.filter((folder) -> Files.isExecutable(folder.resolve("pg_ctl")))
			.findFirst();
	}

	private static Stream<Path> debian() {
		Path versions = Path.of("/usr/lib/postgresql");
		if (!Files.isDirectory(versions)) {
			return Stream.empty();
		}
		try (Stream<Path> all = Files.list(versions)) {
			return all.map((version) -> version.resolve("bin")).toList().stream();
		}
		catch (IOException ex) {
			return Stream.empty();
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
