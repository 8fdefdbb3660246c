package io.ephemeral.feishu.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Server that writes HTTP by hand, to misuse a connection as no real server does on
 * purpose.
 */
public final class RawServer implements AutoCloseable {

	private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

	private final ServerSocket server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final AtomicInteger requests = new AtomicInteger();

	private final Behavior behavior;

	public RawServer(Behavior behavior) throws IOException {
		this.behavior = behavior;
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.threads.execute(this::accept);
	}

	public URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getLocalPort());
	}

	/** Returns the number of requests that were read, on all connections. */
	public int requests() {
		return this.requests.get();
	}

	private void accept() {
		try {
			while (true) {
				Socket connection = this.server.accept();
				this.threads.execute(() -> serve(connection));
			}
		}
		catch (SocketException ex) {
			// closed
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			while (readRequest(connection.getInputStream())) {
				this.behavior.answer(this.requests.incrementAndGet(), connection);
			}
		}
		catch (IOException ex) {
			// The client has closed it, or the behavior has.
		}
	}

	private static boolean readRequest(InputStream input) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = input.read();
			if (next < 0) {
				return false;
			}
			head.append((char) next);
		}
		Matcher length = LENGTH.matcher(head);
		return !length.find() || input.readNBytes(Integer.parseInt(length.group(1))).length > 0;
	}

	public static void send(Socket connection, String answer) throws IOException {
		connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
		connection.getOutputStream().flush();
	}

	public static void succeed(Socket connection) throws IOException {
		String body = "{\"code\":0,\"msg\":\"ok\",\"data\":{\"message_id\":\"om_1\"}}";
		send(connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
				+ "\r\n\r\n" + body);
	}

	public static void reset(Socket connection) throws IOException {
		connection.setSoLinger(true, 0);
		connection.close();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		this.threads.shutdownNow();
	}

	/**
	 * Behavior after a request was read. The number of the request starts at 1, for all
	 * connections together.
	 */
	public interface Behavior {

		void answer(int request, Socket connection) throws IOException;

	}

}
