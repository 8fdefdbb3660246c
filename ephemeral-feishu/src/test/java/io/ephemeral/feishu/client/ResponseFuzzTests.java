package io.ephemeral.feishu.client;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.error.UnexpectedResponseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers calls with bodies and headers that are made up. {@code -Dresponses=} says how
 * many are tried, and {@code -Dseed=} where to begin; a failure names its own seed.
 */
class ResponseFuzzTests {

	private static final int RESPONSES = Integer.getInteger("responses", 100_000);

	private static final long SEED = Long.getLong("seed", 1);

	private static final Duration NO_HANG = Duration.ofSeconds(30);

	private static final URI BASE_URL = URI.create("https://open.feishu.cn");

	private static final FeishuCall SEND = FeishuCall.post("ephemeral.send", "/open-apis/ephemeral/v1/send");

	private static final List<String> BODIES = List.of("""
			{"code":0,"msg":"ok","data":{"message_id":"om_fd2057276f16243756ff8eb6fcdabcef"}}""", """
			{"code":0,"msg":"ok","tenant_access_token":"t-caecc734c2e3328a62489fe0648c4b98779515d3","expire":7200}""",
			"""
					{"code":99991672,"msg":"Access denied","error":{"message":"m","log_id":"2023","troubleshooter":"t",\
					"permission_violations":[{"type":"action_scope_required","subject":"im:message"}],\
					"field_violations":[{"field":"card","value":"","description":"d"}],\
					"helps":[{"url":"https://open.feishu.cn/app/cli_1/auth?q=a","description":"d"}]}}""",
			"""
					{"code":230099,"msg":"Failed, ext=ErrCode: 200861; ErrMsg: m; ErrorValue: v; ErrPath: ROOT -> body -> elements -> 2"}""",
			"""
					{"code":99991400,"msg":"request trigger frequency limit"}""",
			"<html><head><title>502</title></head><body>Bad Gateway</body></html>", "");

	private static final String[] PIECES = { "{", "}", "[", "]", ":", ",", "\"", "\\", "\"code\"", "\"code\":0,",
			"\"code\":18053", "\"code\":\"0\"", "\"code\":-1", "\"code\":1e99", "\"code\":99999999999999999999", "null",
			"true", "\"msg\":", "\"data\":", "\"error\":{", "\"helps\":[{\"url\":\"https://a b\"}]",
			"ErrCode: 9999999999", "ErrPath: ROOT -> -> ", "ErrorValue:", "<", "<!--", "\u0000", "\ufeff", "\ud83d",
			"午餐", "1", "-", ".", "\r\n", " ", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "{\"a\":{\"a\":{\"a\":{\"a\":",
			"\\u00", "\\ud800", "NaN" };

	private static final String[] HEADER_VALUES = { "", " ", "1", "52", "-1", "999999", "99999999999", "1.5", "soon",
			"2026\tid", "x".repeat(5000), "午餐", "application/json", "application/json; charset=utf-16", "text/html",
			"*/*", "\"", ";", "a/b/c" };

	private static final int[] STATUSES = { 200, 200, 200, 200, 201, 204, 301, 302, 400, 400, 401, 403, 404, 413, 429,
			500, 502, 503, 504, 101, 599, 999 };

	private final WebClient client = FeishuWebClient.unauthenticated(
			WebClient.builder().exchangeFunction((request) -> Mono.just(response(this.random))), BASE_URL,
			RetryPolicy.none());

	private Random random = new Random();

	@Test
	void responseWhenMadeUpThenCallEndsInResultOrTypedError() {
		for (int index = 0; index < RESPONSES; index++) {
			long seed = SEED + index;
			try {
				this.random = new Random(seed);
				call();
			}
			catch (RuntimeException | AssertionError ex) {
				throw new AssertionError("Fails again with -Dresponses=1 -Dseed=" + seed, ex);
			}
		}
	}

	private void call() {
		try {
			String result = (this.random.nextInt(4) > 0) ? ofLibrary() : ofApplication();
			assertThat(result).isNotNull();
		}
		catch (FeishuException ex) {
			assertThat(ex.getMessage()).hasSizeLessThan(10_000);
			if (ex instanceof FeishuApiException refusal) {
				assertThat(refusal.code()).isNotZero();
				assertThat(refusal.category()).isNotNull();
			}
			else if (!(ex instanceof UnexpectedResponseException)) {
				assertThat(ex).isInstanceOf(DeliveryUnknownException.class)
					.hasCauseInstanceOf(FeishuApiException.class);
			}
		}
	}

	private @Nullable String ofLibrary() {
		return new FeishuApi(this.client)
			.call(SEND, (body) -> body.required("data").required("message_id").stringValue())
			.block(NO_HANG);
	}

	/** What passes unread breaks off before the eyes of the application. */
	private @Nullable String ofApplication() {
		return this.client.get()
			.uri("/open-apis/im/v1/chats")
			.exchangeToMono((response) -> response.releaseBody().onErrorComplete(IOException.class).thenReturn("done"))
			.block(NO_HANG);
	}

	private static ClientResponse response(Random random) {
		ClientResponse.Builder response = ClientResponse
			.create(HttpStatusCode.valueOf(STATUSES[random.nextInt(STATUSES.length)]));
		for (String name : new String[] { "Content-Type", "X-Tt-Logid", "x-ogw-ratelimit-reset",
				"x-ogw-ratelimit-limit" }) {
			if (random.nextBoolean()) {
				response.header(name, HEADER_VALUES[random.nextInt(HEADER_VALUES.length)]);
			}
		}
		return response.body(body(random)).build();
	}

	private static Flux<DataBuffer> body(Random random) {
		if (random.nextInt(10_000) == 0) {
			return huge();
		}
		byte[] bytes = bytes(random);
		int cut = random.nextInt(bytes.length + 1);
		Flux<DataBuffer> parts = Flux.just(wrap(Arrays.copyOf(bytes, cut)),
				wrap(Arrays.copyOfRange(bytes, cut, bytes.length)));
		return (random.nextInt(20) > 0) ? parts
				: parts.take(random.nextInt(2)).concatWith(Mono.error(new IOException("Connection reset by peer")));
	}

	/** Far more than is ever read; what an application does not read is still drained. */
	private static Flux<DataBuffer> huge() {
		return Flux.<DataBuffer>generate((sink) -> sink.next(wrap(new byte[64 * 1024]))).take(1024);
	}

	private static byte[] bytes(Random random) {
		return switch (random.nextInt(4)) {
			case 0 -> noise(random);
			case 1 -> pieces(random).getBytes(StandardCharsets.UTF_8);
			default -> damaged(random, BODIES.get(random.nextInt(BODIES.size())).getBytes(StandardCharsets.UTF_8));
		};
	}

	private static byte[] noise(Random random) {
		byte[] bytes = new byte[random.nextInt(64)];
		random.nextBytes(bytes);
		return bytes;
	}

	private static String pieces(Random random) {
		StringBuilder text = new StringBuilder(random.nextBoolean() ? "{" : "");
		for (int left = random.nextInt(16); left > 0; left--) {
			text.append(PIECES[random.nextInt(PIECES.length)].repeat((random.nextInt(200) > 0) ? 1 : 500));
		}
		return text.toString();
	}

	private static byte[] damaged(Random random, byte[] body) {
		byte[] bytes = (random.nextInt(4) > 0) ? body.clone() : Arrays.copyOf(body, random.nextInt(body.length + 1));
		for (int left = random.nextInt(4); left > 0 && bytes.length > 0; left--) {
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
		}
		return bytes;
	}

	private static DataBuffer wrap(byte[] bytes) {
		return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
	}

}
