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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.ephemeral.feishu.Viewer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Behavior of callbacks on any web server, over real connections.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class CallbackContract {

	private static final String KEY = "ek-contract";

	private static final String TOKEN = "vt-contract";

	private static final String PATH = "/feishu/callback";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private ConfigurableApplicationContext application;

	private CallbackApplication handlers;

	/** The kind of server. */
	abstract WebApplicationType type();

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(TestApplication.class, CallbackApplication.class).web(type())
			.registerShutdownHook(false)
			.properties("server.port=0", "server.address=127.0.0.1", "feishu.simulator.enabled=true",
					"feishu.callback.path=" + PATH, "feishu.callback.encrypt-key=" + KEY,
					"feishu.callback.verification-token=" + TOKEN, "feishu.callback.answer-within=2s",
					"feishu.callback.max-body-size=16KB")
			.run();
		this.handlers = this.application.getBean(CallbackApplication.class);
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@BeforeEach
	void forget() {
		this.handlers.reset();
	}

	@Test
	void clickWhenFormIsSubmittedThenHandlerGetsItAndAnswers() throws Exception {
		HttpResponse<String> response = submit("save", "{\"text\": \"Lunch\", \"date\": \"2024-04-01 +0800\"}");

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
		assertThat(response.body()).isEqualTo("{\"toast\":{\"type\":\"success\",\"content\":\"Lunch on 2024-04-01\"}}");
		assertThat(this.handlers.operators).containsExactly(Viewer.openId("ou_1"));
	}

	@Test
	void clickWhenHandlerIsReactiveThenAnswers() throws Exception {
		assertThat(press("reactive").body()).contains("reactive");
	}

	@Test
	void clickWhenConstraintIsViolatedThenUserIsToldInEveryLanguage() throws Exception {
		HttpResponse<String> response = submit("save", "{\"text\": \"\", \"date\": \"2024-04-01 +0800\"}");

		assertThat(response.body()).contains("\"error\"", "text: must not be blank", "text: 不能为空");
		assertThat(this.handlers.operators).isEmpty();
	}

	@Test
	void clickWhenValueDoesNotFitThenUserIsToldTheField() throws Exception {
		assertThat(submit("save", "{\"text\": \"Lunch\", \"date\": \"tomorrow\"}").body())
			.contains("\"error\"", "date: ")
			.doesNotContain("tomorrow");
	}

	@Test
	void clickWhenApplicationHasATextForItThenUserReadsThat() throws Exception {
		assertThat(press("unknown").body()).contains("\"ja_jp\":\"もう利用できません。\"");
	}

	@Test
	void clickWhenHandlerFailsThenNothingLeaks() throws Exception {
		HttpResponse<String> response = press("fail");

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("\"error\"").doesNotContain("secret");
	}

	@Test
	void clickWhenWorkFollowsThenAnswerDoesNotWaitForIt() throws Exception {
		assertThat(press("publish").body()).contains("Publishing");

		assertThat(this.handlers.published).isNotDone();
		this.handlers.mayPublish.complete(null);
		assertThat(this.handlers.published.get(10, TimeUnit.SECONDS)).isEqualTo("om_1");
	}

	@Test
	void clickWhenHandlerIsLateThenIsAnsweredEmptyAndCardIsUpdated() throws Exception {
		HttpResponse<String> response = press("late");

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{}");
		this.handlers.mayFinish.complete(null);
		assertThat(this.handlers.updated.get(10, TimeUnit.SECONDS)).isEqualTo("c-1");
	}

	@Test
	void clickWhenDeliveredTwiceThenIsHandledOnce() throws Exception {
		String body = click("evt-twice", "\"value\": {\"action\": \"count\"}");

		assertThat(post(body).body()).isEqualTo(post(body).body()).contains("1");
	}

	@Test
	void clicksWhenManyAtOnceThenAllAreAnswered() {
		List<CompletableFuture<HttpResponse<String>>> responses = IntStream.range(0, 200)
			.mapToObj((number) -> this.client.sendAsync(signed(button("reactive")), BodyHandlers.ofString()))
			.toList();

		assertThat(responses).allSatisfy((response) -> assertThat(response.join().statusCode()).isEqualTo(200));
	}

	@Test
	void eventWhenReceivedThenIsAcknowledgedAndTold() throws Exception {
		HttpResponse<String> response = post(
				"""
						{"schema": "2.0", "header": {"event_id": "%s", "event_type": "im.message.receive_v1", "token": "vt-contract"},
						"event": {"sender": {"sender_id": {"open_id": "ou_1"}}, "message": {"message_id": "om_9", "chat_id": "oc_1",
						"message_type": "text", "content": "{\\"text\\": \\"/remind\\"}"}}}"""
					.formatted(UUID.randomUUID()));

		assertThat(response.body()).isEqualTo("{}");
		assertThat(this.handlers.message.get(10, TimeUnit.SECONDS).text()).isEqualTo("/remind");
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
		HttpResponse<String> response = send(
				HttpRequest.newBuilder(uri()).POST(BodyPublishers.ofString(button("count"))).build());

		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).isEmpty();
		assertThat(this.handlers.counted).hasValue(0);
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
	void bodyWhenSlowThenIsRefusedInTime() throws IOException {
		try (Socket socket = connect("100")) {
			socket.setSoTimeout(10_000);
			String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

			assertThat(status).isEqualTo("HTTP/1.1 408");
		}
	}

	/** A container reuses the objects of a request for the next one. */
	@Test
	void bodiesWhenSlowAndGoneThenClicksOfOthersAreAnswered() throws Exception {
		CompletableFuture<?>[] slow = IntStream.range(0, 300)
			.mapToObj((number) -> CompletableFuture.runAsync(this::waitForAnswerAndGo,
					(reader) -> new Thread(reader).start()))
			.toArray(CompletableFuture[]::new);

		while (!CompletableFuture.allOf(slow).isDone()) {
			assertThat(press("reactive").body()).contains("reactive");
		}
		assertThat(slow).allSatisfy((answer) -> assertThat(answer).isCompleted());
	}

	private void waitForAnswerAndGo() {
		try (Socket socket = connect("100")) {
			socket.setSoTimeout(10_000);
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

	private HttpResponse<String> press(String action) throws Exception {
		return post(button(action));
	}

	private HttpResponse<String> submit(String action, String form) throws Exception {
		return post(click(UUID.randomUUID().toString(),
				"\"name\": \"" + action + "\", \"timezone\": \"Asia/Shanghai\", \"form_value\": " + form));
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
		return URI
			.create("http://127.0.0.1:" + this.application.getEnvironment().getProperty("local.server.port") + PATH);
	}

	private static String button(String action) {
		return click(UUID.randomUUID().toString(), "\"value\": {\"action\": \"" + action + "\"}");
	}

	private static String click(String id, String action) {
		return """
				{"schema": "2.0", "header": {"event_id": "%s", "event_type": "card.action.trigger", "token": "vt-contract"},
				"event": {"operator": {"open_id": "ou_1"}, "token": "c-1", "action": {"tag": "button", %s},
				"context": {"open_message_id": "om_1", "open_chat_id": "oc_1"}}}"""
			.formatted(id, action);
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
