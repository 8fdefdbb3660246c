package io.ephemeral.feishu.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.ephemeral.feishu.simulator.connection.TestConnection;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;

/**
 * An application that listens to a simulator, with nothing but the JDK to read what
 * comes.
 */
public final class TestApplication implements AutoCloseable {

	private static boolean warm;

	private final FeishuSimulator feishu;

	private final DisposableServer server;

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private volatile int status = 200;

	private volatile String answer = "{}";

	private volatile Duration delay = Duration.ZERO;

	private volatile Runnable beforeAnswer = () -> {
	};

	private TestApplication(FeishuSimulator feishu) {
		this.feishu = feishu;
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
	}

	/** Listens to clicks and to events. */
	public static TestApplication of(FeishuSimulator feishu) {
		warmUp();
		TestApplication application = new TestApplication(feishu);
		feishu.sendCallbacksTo(application.url());
		feishu.sendEventsTo(application.url());
		application.calls.clear();
		return application;
	}

	static TestApplication notYetKnownTo(FeishuSimulator feishu) {
		warmUp();
		return new TestApplication(feishu);
	}

	/**
	 * Lets an event pass before the first test, because the first one takes long: on a
	 * slow machine, longer than the simulator waits.
	 */
	static synchronized void warmUp() {
		if (!warm) {
			try (FeishuSimulator feishu = FeishuSimulator.start();
					TestApplication application = new TestApplication(feishu)) {
				awaitRegistration(() -> feishu.sendEventsTo(application.url()));
				feishu.createChat("ada").member("ada").says("Hi");
			}
			warm = true;
		}
	}

	/**
	 * Waits until an application responds as fast as the simulator demands, which its
	 * first response may not do.
	 */
	static void awaitRegistration(Runnable registration) {
		TestConnection.await(() -> {
			try {
				registration.run();
				return true;
			}
			catch (IllegalStateException ex) {
				if (ex.getCause() instanceof TimeoutException) {
					return false;
				}
				throw ex;
			}
		});
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.server.port() + "/feishu");
	}

	public TestApplication answers(String json) {
		return answers(200, json);
	}

	public TestApplication answers(int status, String body) {
		this.status = status;
		this.answer = body;
		return this;
	}

	public TestApplication answersAfter(Duration delay) {
		this.delay = delay;
		return this;
	}

	public TestApplication doesBeforeItAnswers(Runnable action) {
		this.beforeAnswer = action;
		return this;
	}

	public List<Call> calls() {
		return this.calls;
	}

	public JsonNode lastCall() {
		return this.calls.get(this.calls.size() - 1).json();
	}

	private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString(StandardCharsets.UTF_8).flatMap((body) -> {
			Call call = new Call(request.requestHeaders().copy(), body, open(body));
			this.calls.add(call);
			JsonNode challenge = call.json().path("challenge");
			if (challenge.isString() && this.answer.equals("{}")) {
				return response.sendString(Mono.just("{\"challenge\":\"" + challenge.asString() + "\"}")).then();
			}
			this.beforeAnswer.run();
			return Mono.delay(this.delay)
				.then(Mono.defer(() -> response.status(this.status).sendString(Mono.just(this.answer)).then()));
		});
	}

	private JsonNode open(String body) {
		JsonNode json = Json.parse(body);
		if (!json.has("encrypt")) {
			return json;
		}
		byte[] raw = Base64.getDecoder().decode(json.path("encrypt").asString());
		try {
			byte[] key = MessageDigest.getInstance("SHA-256")
				.digest(this.feishu.encryptKey().getBytes(StandardCharsets.UTF_8));
			Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
			cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"),
					new IvParameterSpec(Arrays.copyOf(raw, 16)));
			return Json.parse(new String(cipher.doFinal(raw, 16, raw.length - 16), StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/**
	 * A request.
	 *
	 * @param text its body as it came
	 * @param json its body as it can be read
	 */
	public record Call(HttpHeaders headers, String text, JsonNode json) {

	}

}
