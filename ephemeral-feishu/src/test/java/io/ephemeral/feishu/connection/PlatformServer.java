package io.ephemeral.feishu.connection;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/**
 * Platform whose frames come from the official library of Protocol Buffers.
 */
final class PlatformServer implements AutoCloseable {

	/** Wait for what must come, on a very slow machine too. */
	static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final int SERVICE = 33554678;

	private final BlockingQueue<Link> links = new LinkedBlockingQueue<>();

	private final AtomicInteger tickets = new AtomicInteger();

	final List<String> requests = new CopyOnWriteArrayList<>();

	/** Response of the endpoint; null for the usual one. */
	volatile @Nullable String endpoint;

	volatile String settings = "{\"PingInterval\":120,\"ReconnectInterval\":1,\"ReconnectNonce\":0}";

	/** Payload of pongs; null for no pongs. */
	volatile @Nullable String pong = "";

	/** Headers of a refused handshake; empty for none. */
	volatile Map<String, String> handshake = Map.of();

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.childOption(ChannelOption.SO_LINGER, 0)
		.route((routes) -> routes.post("/callback/ws/endpoint", this::issue).get("/ws/v2", this::upgrade))
		.bindNow();

	URI baseUrl() {
		return URI.create("http://127.0.0.1:" + this.server.port());
	}

	int attempts() {
		return this.tickets.get();
	}

	/** Waits for the next connection. */
	Link link() {
		try {
			Link link = this.links.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			if (link == null) {
				throw new AssertionError("There is no connection");
			}
			return link;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Mono<Void> issue(HttpServerRequest request, HttpServerResponse response) {
		String url = "ws://127.0.0.1:%d/ws/v2?device_id=741%d&service_id=%d&access_key=a%%2Bb&ticket=%d"
			.formatted(this.server.port(), this.tickets.get(), SERVICE, this.tickets.incrementAndGet());
		String answer = this.endpoint;
		String usual = "{\"code\":0,\"msg\":\"\",\"data\":{\"URL\":\"%s\",\"ClientConfig\":%s}}".formatted(url,
				this.settings);
		return request.receive()
			.aggregate()
			.asString()
			.doOnNext((body) -> this.requests.add(request.requestHeaders().get("locale") + " " + body))
			.then(response.header("Content-Type", "application/json")
				.sendString(Mono.just((answer != null) ? answer : usual))
				.then());
	}

	private org.reactivestreams.Publisher<Void> upgrade(HttpServerRequest request, HttpServerResponse response) {
		if (!this.handshake.isEmpty()) {
			this.handshake.forEach(response::header);
			return response.status(400).send();
		}
		Link link = new Link(request.uri());
		return response.sendWebsocket(link::run, WebsocketServerSpec.builder().maxFramePayloadLength(1 << 22).build());
	}

	@Override
	public void close() {
		this.server.disposeNow(PATIENCE);
	}

	static byte[] event(String id, String content) {
		return """
				{"schema":"2.0","header":{"event_id":"%s","event_type":"x.y_v1"},"event":{"k":"%s"}}"""
			.formatted(id, content)
			.getBytes(StandardCharsets.UTF_8);
	}

	static byte[] click(String id, String action) {
		return """
				{"schema":"2.0","header":{"event_id":"%s","event_type":"card.action.trigger"},"event":{"operator":
				{"open_id":"ou_1"},"token":"c-1","action":{"tag":"button","value":{"action":"%s"}},"context":
				{"open_message_id":"om_1","open_chat_id":"oc_1"}}}""".formatted(id, action)
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * One connection.
	 */
	final class Link {

		final String uri;

		final BlockingQueue<DynamicMessage> acknowledgements = new LinkedBlockingQueue<>();

		final AtomicInteger pings = new AtomicInteger();

		private final Sinks.Many<WebSocketFrame> outgoing = Sinks.many().unicast().onBackpressureBuffer();

		private final Sinks.Empty<Void> ended = Sinks.empty();

		private volatile @Nullable WebsocketInbound inbound;

		private final Sinks.One<Integer> closeCode = Sinks.one();

		Link(String uri) {
			this.uri = uri;
		}

		private org.reactivestreams.Publisher<Void> run(WebsocketInbound inbound, WebsocketOutbound outbound) {
			this.inbound = inbound;
			PlatformServer.this.links.add(this);
			inbound.receiveCloseStatus().subscribe((status) -> this.closeCode.tryEmitValue(status.code()));
			Mono<Void> receiving = inbound.aggregateFrames(1 << 22)
				.receive()
				.asByteArray()
				.doOnNext(this::receive)
				.then()
				.doFinally((signal) -> this.ended.tryEmitEmpty());
			return Flux.merge(outbound.sendObject(this.outgoing.asFlux(), (frame) -> true).then(), receiving)
				.takeUntilOther(this.ended.asMono());
		}

		private void receive(byte[] bytes) {
			DynamicMessage frame = parse(bytes);
			if (frame.getField(ProtobufFrames.field(4)).equals(1)) {
				this.acknowledgements.add(frame);
				return;
			}
			this.pings.incrementAndGet();
			String pong = PlatformServer.this.pong;
			if (pong != null) {
				send(ProtobufFrames.frame(0, 0, SERVICE, 0, List.of(new FrameHeader("type", "pong")),
						pong.getBytes(StandardCharsets.UTF_8)));
			}
		}

		private static DynamicMessage parse(byte[] bytes) {
			try {
				return DynamicMessage.parseFrom(ProtobufFrames.FRAME, bytes);
			}
			catch (InvalidProtocolBufferException ex) {
				throw new IllegalStateException(ex);
			}
		}

		void push(String id, byte[] payload) {
			push(id, payload, 1, List.of(0));
		}

		/** Pushes a message in parts, in an order. */
		void push(String id, byte[] payload, int parts, List<Integer> order) {
			for (int part : order) {
				byte[] bytes = Arrays.copyOfRange(payload, part * payload.length / parts,
						(part + 1) * payload.length / parts);
				send(ProtobufFrames.frame(1, 2, SERVICE, 1, headers("event", id, parts, part), bytes));
			}
		}

		private static List<FrameHeader> headers(String type, String id, int sum, int seq) {
			return List.of(new FrameHeader("type", type), new FrameHeader("message_id", id),
					new FrameHeader("sum", Integer.toString(sum)), new FrameHeader("seq", Integer.toString(seq)),
					new FrameHeader("trace_id", "t"), new FrameHeader("instance_id", "i"));
		}

		void send(DynamicMessage frame) {
			send(frame.toByteArray());
		}

		void send(byte[] bytes) {
			send(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
		}

		synchronized void send(WebSocketFrame frame) {
			this.outgoing.tryEmitNext(frame).orThrow();
		}

		/** Closes with a Close frame. */
		void closeCleanly() {
			send(new io.netty.handler.codec.http.websocketx.CloseWebSocketFrame(1000, "bye"));
		}

		/** Cuts the TCP connection. */
		void cut() {
			WebsocketInbound open = this.inbound;
			if (open != null) {
				open.withConnection((connection) -> connection.channel()
					.eventLoop()
					.execute(() -> connection.channel().unsafe().closeForcibly()));
			}
		}

		DynamicMessage acknowledgement() {
			try {
				DynamicMessage frame = this.acknowledgements.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
				if (frame == null) {
					throw new AssertionError("There is no acknowledgement");
				}
				return frame;
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		List<String> acknowledgedIds(int count) {
			List<String> ids = new ArrayList<>();
			for (int index = 0; index < count; index++) {
				ids.add(ProtobufFrames.headers(acknowledgement()).get("message_id"));
			}
			return ids;
		}

		int closeCode() {
			Integer code = this.closeCode.asMono().block(PATIENCE);
			return (code != null) ? code : -1;
		}

	}

}
