package io.ephemeral.feishu.connection;

import java.net.URI;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import reactor.netty.http.client.HttpClient;

/**
 * Query of an address that no log shows. Reactor Netty logs the addresses of WebSockets
 * at {@code DEBUG}, and the query of this one has secrets. So the query travels in a
 * header as far as this handler, which is the last before the wire.
 */
@Sharable
final class HiddenQuery extends ChannelOutboundHandlerAdapter {

	private static final String HEADER = "X-Ephemeral-Query";

	private static final HiddenQuery INSTANCE = new HiddenQuery();

	private HiddenQuery() {
	}

	/** Returns a client that puts the hidden query back. */
	static HttpClient in(HttpClient client) {
		return client.doOnChannelInit((observer, channel, address) -> channel.pipeline().addLast(INSTANCE));
	}

	/** Returns the address without its query. */
	static URI without(URI url) {
		String text = url.toString();
		int query = text.indexOf('?');
		return (query >= 0) ? URI.create(text.substring(0, query)) : url;
	}

	/** Adds the header that carries the query. */
	static void add(URI url, HttpHeaders headers) {
		String query = url.getRawQuery();
		if (query != null) {
			headers.set(HEADER, query);
		}
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
		if (message instanceof HttpRequest request && request.headers().contains(HEADER)) {
			request.setUri(request.uri() + "?" + request.headers().get(HEADER));
			request.headers().remove(HEADER);
			super.write(context, message, promise);
			// No message after the handshake needs it.
			context.pipeline().remove(this);
		}
		else {
			super.write(context, message, promise);
		}
	}

}
