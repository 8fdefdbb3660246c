package io.ephemeral.feishu.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Behavior of callbacks on any web server, over real connections.
 */
abstract class HttpCallbackContract extends CallbackContract {

	private static final String KEY = "ek-contract";

	private static final String TOKEN = "vt-contract";

	private static final String PATH = "/feishu/callback";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Override
	String[] properties() {
		return new String[] { "server.port=0", "server.address=127.0.0.1", "feishu.callback.path=" + PATH,
				"feishu.callback.encrypt-key=" + KEY, "feishu.callback.verification-token=" + TOKEN,
				"feishu.callback.max-body-size=16KB" };
	}

	@Override
	Delivery deliver(String id, String body) throws Exception {
		HttpResponse<String> response = post(body);
		return new Delivery(response.statusCode(), response.body());
	}

	@Test
	void responseWhenClickIsAnsweredThenIsJson() throws Exception {
		HttpResponse<String> response = post(click("evt-json", "\"value\": {\"action\": \"count\"}"));

		assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
	}

	@Test
	void responseWhenEventIsAcceptedThenIsEmptyObject() throws Exception {
		HttpResponse<String> response = post(
				"""
						{"schema": "2.0", "header": {"event_id": "%s", "event_type": "im.chat.updated_v1", "token": "vt-contract"},
						"event": {}}"""
					.formatted(UUID.randomUUID()));

		assertThat(response.body()).isEqualTo("{}");
	}

	@Test
	void challengeWhenUnsignedThenIsAnswered() throws Exception {
		HttpResponse<String> response = send(HttpRequest.newBuilder(uri())
			.POST(BodyPublishers
				.ofString("{\"challenge\":\"c-1\",\"token\":\"vt-contract\",\"type\":\"url_verification\"}"))
			.build());

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"challenge\":\"c-1\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT", "DELETE" })
	void requestWhenNoPostThenIsRefused(String method) throws Exception {
		HttpResponse<String> response = send(
				HttpRequest.newBuilder(uri()).method(method, BodyPublishers.noBody()).build());

		assertThat(response.statusCode()).isEqualTo(405);
		assertThat(response.body()).isEmpty();
	}

	@Test
	void clickWhenUnsignedThenIsRefusedWithoutDetails() throws Exception {
		HttpResponse<String> response = send(HttpRequest.newBuilder(uri())
			.POST(BodyPublishers.ofString(click("evt-unsigned", "\"value\": {\"action\": \"count\"}")))
			.build());

		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).isEmpty();
		assertThat(handlers().counted).hasValue(0);
	}

	@Test
	void clickWhenMalformedThenIsRefusedWithoutDetails() throws Exception {
		HttpResponse<String> response = post("{\"schema\": \"2.0\"");

		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).isEmpty();
	}

	@Test
	void bodyWhenTooLargeThenIsRefused() throws Exception {
		assertThat(post(" ".repeat(16 * 1024 + 1)).statusCode()).isEqualTo(413);
	}

	@Test
	void bodyWhenTooLargeAndOfUnknownLengthThenIsRefused() throws Exception {
		byte[] body = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
		BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

		assertThat(send(HttpRequest.newBuilder(uri()).POST(chunked).build()).statusCode()).isEqualTo(413);
	}

	@Test
	void bodyWhenSlowThenIsRefusedInTime() {
		assertThat(LongDeadlines.withLateReplies(this::readStatus)).isEqualTo("HTTP/1.1 408");
	}

	private String readStatus() throws IOException {
		try (Socket socket = connect("100")) {
			socket.setSoTimeout((int) PatientSession.PATIENCE.toMillis());
			return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
		}
	}

	/** A container reuses the objects of a request for the next one. */
	@Test
	void bodiesWhenSlowAndGoneThenClicksOfOthersAreAnswered() throws Exception {
		CompletableFuture<?>[] slow = LongDeadlines.withLateReplies(this::sendSlowBodies);

		while (!CompletableFuture.allOf(slow).isDone()) {
			assertThat(press("reactive").body()).contains("reactive");
		}
		assertThat(slow).allSatisfy((answer) -> assertThat(answer).isCompleted());
	}

	/** Returns when the time for all bodies has begun to pass. */
	private CompletableFuture<?>[] sendSlowBodies() {
		CompletableFuture<?>[] slow = IntStream.range(0, 300)
			.mapToObj((number) -> CompletableFuture.runAsync(this::waitForAnswerAndGo,
					(reader) -> new Thread(reader).start()))
			.toArray(CompletableFuture[]::new);
		await().until(() -> LongDeadlines.passing() >= slow.length);
		return slow;
	}

	private void waitForAnswerAndGo() {
		try (Socket socket = connect("100")) {
			socket.setSoTimeout((int) PatientSession.PATIENCE.toMillis());
			socket.getInputStream().read();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void bodyWhenBrokenOffThenNextOneIsAnswered() throws Exception {
		for (int attempt = 0; attempt < 20; attempt++) {
			connect("100").close();
		}

		assertThat(press("count").body()).contains("1");
	}

	@Test
	void bodyWhenShorterConnectionStaysThenServesTheNext() throws Exception {
		for (int attempt = 1; attempt <= 3; attempt++) {
			assertThat(press("count").body()).contains(Integer.toString(attempt));
		}
	}

	/** Opens a connection, announces a body, and sends its beginning. */
	private Socket connect(String length) throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri().getPort());
		socket.getOutputStream()
			.write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n{")
				.getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().flush();
		return socket;
	}

	private HttpResponse<String> post(String body) throws Exception {
		return send(signed(body));
	}

	private HttpResponse<String> send(HttpRequest request) throws Exception {
		return this.client.send(request, BodyHandlers.ofString());
	}

	private HttpRequest signed(String body) {
		String time = Long.toString(Instant.now().getEpochSecond());
		return HttpRequest.newBuilder(uri())
			.header("Content-Type", "application/json; charset=utf-8")
			.header("X-Lark-Request-Timestamp", time)
			.header("X-Lark-Request-Nonce", "nonce")
			.header("X-Lark-Signature", sha256(time + "nonce" + KEY + body))
			.POST(BodyPublishers.ofString(body))
			.build();
	}

	private URI uri() {
		return URI.create("http://127.0.0.1:" + application().getEnvironment().getProperty("local.server.port") + PATH);
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
