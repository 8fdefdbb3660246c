package io.ephemeral.feishu.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real MariaDB server on a free port of the loopback interface, in a temporary folder.
 */
final class MariaDbServer implements AutoCloseable {

	private static final Duration START = Duration.ofMinutes(10);

	private final Path folder;

	private final int port;

	private final Process process;

	private MariaDbServer(Path folder) throws Exception {
		this.folder = folder;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.port = socket.getLocalPort();
		}
		Process installation = run("mariadb-install-db", "--no-defaults", "--datadir=" + folder.resolve("data"),
				"--skip-test-db", "--user=" + System.getProperty("user.name"));
		assertThat(installation.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
		this.process = run("mariadbd", "--no-defaults", "--datadir=" + folder.resolve("data"),
				"--user=" + System.getProperty("user.name"), "--bind-address=127.0.0.1", "--port=" + this.port,
				"--socket=" + folder.resolve("socket"), "--skip-grant-tables");
	}

	/** Starts a server, and waits until it accepts connections. */
	static MariaDbServer start() throws Exception {
		MariaDbServer server = new MariaDbServer(Files.createTempDirectory("mariadb"));
		Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroyForcibly));
		await().atMost(START).until(server::accepts);
		return server;
	}

	static boolean isInstalled() {
		return Stream.of("mariadbd", "mariadb-install-db")
			.allMatch((program) -> Stream.of((System.getenv("PATH") + ":/usr/sbin").split(":"))
				.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program))));
	}

	DataSource database() {
		return new DriverManagerDataSource(
				"jdbc:mysql://127.0.0.1:" + this.port + "/feishu?createDatabaseIfNotExist=true&sslMode=DISABLED",
				"root", "");
	}

	@Override
	public void close() throws IOException {
		this.process.destroy();
		this.process.onExit().join();
		FileSystemUtils.deleteRecursively(this.folder);
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

	private Process run(String... command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve(command[0] + ".log").toFile());
		builder.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
		return builder.start();
	}

}
