package io.ephemeral.feishu.simulator.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.TestClient;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import tools.jackson.databind.JsonNode;

/**
 * Client of a long connection that acknowledges as a test wants it.
 */
public final class TestConnection implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final List<Frame> frames = new CopyOnWriteArrayList<>();

	private final List<String> others = new CopyOnWriteArrayList<>();

	private final AtomicReference<Channel> channel = new AtomicReference<>();

	private final Disposable running;

	private volatile boolean ended;

	private volatile int closeCode;

	private volatile UnaryOperator<List<Frame.Header>> headers = UnaryOperator.identity();

	private volatile String payload = "{\"code\":200}";

	private TestConnection(String url) {
		this.running = HttpClient.create()
			.websocket(WebsocketClientSpec.builder().maxFramePayloadLength(Connections.MAX_BYTES).build())
			.uri(url)
			.handle((inbound, outbound) -> {
				outbound.withConnection((connection) -> this.channel.set(connection.channel()));
				inbound.receiveCloseStatus().subscribe((status) -> this.closeCode = status.code());
				return inbound.aggregateFrames(Connections.MAX_BYTES).receiveFrames().doOnNext((message) -> {
					if (message instanceof BinaryWebSocketFrame) {
						byte[] bytes = new byte[message.content().readableBytes()];
						message.content().readBytes(bytes);
						receive(bytes);
					}
					else {
						this.others.add(message.content().toString(StandardCharsets.UTF_8));
					}
				}).then();
			})
			.doOnTerminate(() -> this.ended = true)
			.onErrorComplete()
			.subscribe();
	}

	/** Opens a connection, and waits until the simulator knows it. */
	public static TestConnection open(FeishuSimulator feishu) {
		return openAt(url(feishu));
	}

	static TestConnection openAt(String url) {
		TestConnection connection = new TestConnection(url);
		connection.send(ping());
		await(() -> !connection.frames.isEmpty());
		connection.frames.clear();
		return connection;
	}

	public static String url(FeishuSimulator feishu) {
		return endpoint(feishu, feishu.appSecret()).body().at("/data/URL").asString();
	}

	public static TestClient.Answer endpoint(FeishuSimulator feishu, String secret) {
		return new TestClient(feishu).post("/callback/ws/endpoint",
				Map.of("Content-Type", "application/json", "locale", "zh"),
				"{\"AppID\":\"%s\",\"AppSecret\":\"%s\"}".formatted(feishu.appId(), secret));
	}

	/** Returns the headers of a refusal, which must come. */
	static HttpHeaders refusal(String url) {
		try {
			HttpClient.create().websocket().uri(url).handle((inbound, outbound) -> Mono.empty()).blockLast();
		}
		catch (RuntimeException ex) {
			Throwable cause = (ex instanceof WebSocketClientHandshakeException) ? ex : ex.getCause();
			if (cause instanceof WebSocketClientHandshakeException refused) {
				return Objects.requireNonNull(refused.response()).headers();
			}
			throw ex;
		}
		throw new AssertionError("The upgrade was accepted");
	}

	public TestConnection acknowledges(String payload) {
		this.payload = payload;
		return this;
	}

	public TestConnection replies(String json) {
		return acknowledges("{\"code\":200,\"data\":\""
				+ Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + "\"}");
	}

	TestConnection acknowledgesWith(UnaryOperator<List<Frame.Header>> headers) {
		this.headers = headers;
		return this;
	}

	/** Acknowledges the last part of each message, unless the payload is empty. */
	private void receive(byte[] bytes) {
		try {
			Frame frame = FrameReader.read(bytes);
			this.frames.add(frame);
			if (frame.method() == Frame.DATA && !this.payload.isEmpty() && isLast(frame)) {
				acknowledge(frame);
			}
		}
		catch (IllegalArgumentException ex) {
			this.others.add(String.valueOf(ex.getMessage()));
		}
	}

	private boolean isLast(Frame frame) {
		long parts = this.frames.stream()
			.filter((part) -> part.header("message_id").equals(frame.header("message_id")))
			.map((part) -> part.header("seq"))
			.distinct()
			.count();
		return Long.toString(parts).equals(frame.header("sum"));
	}

	void acknowledge(Frame frame) {
		List<Frame.Header> added = new ArrayList<>(frame.headers());
		added.add(new Frame.Header("biz_rt", "3"));
		send(new Frame(frame.seqId(), frame.logId(), frame.service(), frame.method(), this.headers.apply(added), null,
				null, ByteBuffer.wrap(this.payload.getBytes(StandardCharsets.UTF_8)), null, frame.rest()));
	}

	void send(Frame frame) {
		sendBytes(FrameWriter.write(frame));
	}

	void sendBytes(byte[] bytes) {
		await(() -> this.channel.get() != null);
		this.channel.get().writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes))).syncUninterruptibly();
	}

	static Frame ping() {
		return new Frame(0, 0, 33554678, Frame.CONTROL, List.of(new Frame.Header("type", "ping")), null, null, null,
				null, ByteBuffer.allocate(0));
	}

	List<Frame> frames() {
		return this.frames;
	}

	public List<JsonNode> events() {
		return this.frames.stream()
			.filter((frame) -> frame.method() == Frame.DATA)
			.map((frame) -> Json.parse(frame.text()))
			.toList();
	}

	/** Messages that are not frames. */
	public List<String> others() {
		return this.others;
	}

	public boolean hasEnded() {
		return this.ended;
	}

	public int closeCode() {
		return this.closeCode;
	}

	public static void await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > deadline) {
				throw new AssertionError("The condition did not come true within " + PATIENCE);
			}
			LockSupport.parkNanos(2_000_000);
		}
	}

	@Override
	public void close() {
		this.running.dispose();
	}

}
