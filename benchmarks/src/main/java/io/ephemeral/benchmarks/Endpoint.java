package io.ephemeral.benchmarks;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Fast endpoint with the responses of the platform, in a separate process. It stops at
 * the end of its standard input.
 */
final class Endpoint {

	static final String TOKEN_PATH = "/open-apis/auth/v3/tenant_access_token/internal";

	static final String SEND_PATH = "/open-apis/ephemeral/v1/send";

	/** Delay of the token, long enough that concurrent callers find no token. */
	private static final Duration TOKEN_DELAY = Duration.ofMillis(50);

	private static final byte[] TOKEN = bytes(
			"{\"code\":0,\"msg\":\"ok\",\"tenant_access_token\":\"t-benchmark\",\"expire\":7200}");

	private static final byte[] SENT = bytes(
			"{\"code\":0,\"msg\":\"ok\",\"data\":{\"message_id\":\"om_fd2057276f16243756ff8eb6fcdabcef\"}}");

	private final AtomicInteger tokenRequests = new AtomicInteger();

	private Endpoint() {
	}

	public static void main(String[] arguments) throws Exception {
		Endpoint endpoint = new Endpoint();
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes.post(TOKEN_PATH, endpoint::token)
				.post(SEND_PATH, (request, response) -> answer(request, response, SENT))
				.get("/token-requests", endpoint::takeTokenRequests))
			.bindNow();
		System.out.println(server.port());
		System.in.transferTo(OutputStream.nullOutputStream());
		server.disposeNow();
	}

	private Mono<Void> token(HttpServerRequest request, HttpServerResponse response) {
		this.tokenRequests.incrementAndGet();
		return Mono.delay(TOKEN_DELAY).then(answer(request, response, TOKEN));
	}

	private Mono<Void> takeTokenRequests(HttpServerRequest request, HttpServerResponse response) {
		return answer(request, response, bytes(Integer.toString(this.tokenRequests.getAndSet(0))));
	}

	private static Mono<Void> answer(HttpServerRequest request, HttpServerResponse response, byte[] body) {
		return request.receive()
			.then(response.header("Content-Type", "application/json; charset=utf-8")
				.header("Content-Length", Integer.toString(body.length))
				.sendByteArray(Mono.just(body))
				.then());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
