package io.ephemeral.feishu.simulator.event;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import io.ephemeral.feishu.simulator.tenant.Json;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;

/**
 * URL of the application.
 *
 * @param legacy whether the URL receives callbacks of the older shape, which are not
 * encrypted
 */
record UrlReceiver(URI url, boolean legacy, EventSeal seal, Clock clock) implements Receiver {

	private static final int CONNECT_MILLIS = 2000;

	/**
	 * Does not follow redirects, and does not reuse connections, which the application
	 * may have closed.
	 */
	private static final HttpClient HTTP = HttpClient.newConnection()
		.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS);

	@Override
	public Mono<Answer> push(JsonNode payload) {
		byte[] body = this.legacy ? Json.bytes(payload) : this.seal.seal(payload);
		EventSeal.Signature signature = this.legacy ? this.seal.signLegacy(body, this.clock.instant())
				: this.seal.sign(body, this.clock.instant());
		return HTTP
			.headers((headers) -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
				.set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length))
				.set("X-Lark-Request-Timestamp", signature.timestamp())
				.set("X-Lark-Request-Nonce", signature.nonce())
				.set("X-Lark-Signature", signature.value()))
			.post()
			.uri(this.url)
			.send(ByteBufMono.fromString(Mono.just(new String(body, StandardCharsets.UTF_8))))
			.responseSingle((response, content) -> content.asString(StandardCharsets.UTF_8)
				.defaultIfEmpty("")
				.map((text) -> new Answer(response.status().code(), text)));
	}

	@Override
	public String toString() {
		return "UrlReceiver[" + this.url + "]";
	}

}
