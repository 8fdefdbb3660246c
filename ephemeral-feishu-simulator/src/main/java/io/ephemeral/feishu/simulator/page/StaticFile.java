package io.ephemeral.feishu.simulator.page;

import java.io.IOException;
import java.io.InputStream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * File of the class path, which the first request reads.
 */
record StaticFile(String path, String contentType, Mono<ByteBuf> content) {

	static final String HTML = "text/html; charset=utf-8";

	static final String CSS = "text/css; charset=utf-8";

	static final String JAVA_SCRIPT = "text/javascript; charset=utf-8";

	/**
	 * Cards are untrusted: nothing inline runs, nothing is loaded from elsewhere. An
	 * application on another local port may show the page in a frame. The playground
	 * shows cards in frames of its own.
	 */
	private static final String CONTENT_SECURITY_POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
			"style-src 'self'", "img-src 'self' data:", "connect-src 'self'", "frame-src 'self'", "base-uri 'none'",
			"form-action 'none'", "frame-ancestors 'self' http://localhost:* http://127.0.0.1:*");

	private static final String RESOURCES = "io/ephemeral/feishu/simulator/page/";

	static StaticFile of(String path, String contentType, String resource) {
		return new StaticFile(path, contentType,
				Mono.fromCallable(() -> read(resource)).subscribeOn(Schedulers.boundedElastic()).cache());
	}

	/** Returns a file of the page's own. */
	static StaticFile ofPage(String path, String contentType, String name) {
		return of(path, contentType, RESOURCES + name);
	}

	private static ByteBuf read(String resource) throws IOException {
		try (InputStream stream = StaticFile.class.getClassLoader().getResourceAsStream(resource)) {
			if (stream == null) {
				throw new IllegalStateException("The resource " + resource + " is not on the class path");
			}
			return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(stream.readAllBytes()));
		}
	}

	void addTo(HttpServerRoutes routes) {
		routes.get(this.path, (request, response) -> send(response));
	}

	private Publisher<Void> send(HttpServerResponse response) {
		return response.header(HttpHeaderNames.CONTENT_TYPE, this.contentType)
			.header(HttpHeaderNames.CACHE_CONTROL, "no-cache")
			.header(HttpHeaderNames.CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY)
			.header("X-Content-Type-Options", "nosniff")
			.header("Referrer-Policy", "no-referrer")
			.send(this.content.map(ByteBuf::retainedDuplicate));
	}

}
