package io.ephemeral.feishu.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.ephemeral.feishu.connection.ConnectionEnd.Reason;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * One connection, from its handshake to its end. Each message is acknowledged over the
 * connection that brought it.
 */
final class ConnectionSession {

	private static final Log logger = LogFactory.getLog(ConnectionSession.class);

	/**
	 * Maximum memory of messages without an acknowledgement, and of acknowledgements that
	 * the platform does not read. The platform sends other events again.
	 */
	private static final long MOST_PENDING = 64L << 20;

	/** Maximum memory of incomplete messages. */
	private static final long MOST_PARTS = 16L << 20;

	private final ConnectionTicket ticket;

	private final Heartbeat heartbeat;

	private final MessageHandler handler;

	private final ConnectionHistory history;

	private final Mono<Void> stop;

	private final MessageParts parts;

	private final Sinks.Empty<Void> opened = Sinks.empty();

	private final AtomicLong pending = new AtomicLong();

	private volatile boolean stopping;

	/** Time of the first frame; 0 before. */
	private volatile long firstFrame;

	private volatile Reason reason = Reason.LOST;

	/**
	 * Creates a connection.
	 * @param stop completes when the connection should end
	 */
	ConnectionSession(ConnectionTicket ticket, LongConnectionOptions options, MessageHandler handler,
			ConnectionHistory history, Mono<Void> stop) {
		this.ticket = ticket;
		this.heartbeat = new Heartbeat(ticket.service(), ticket.settings(), options);
		this.handler = handler;
		this.history = history;
		this.stop = stop;
		this.parts = new MessageParts(MOST_PARTS, ConnectionSession::now, history.listener()::onIgnoredMessage);
	}

	/**
	 * Receives messages until the end of the connection.
	 * @param socket WebSocket whose handshake has succeeded
	 * @return completes at the end
	 */
	Mono<Void> use(FrameSocket socket) {
		this.opened.tryEmitEmpty();
		this.heartbeat.received();
		Mono<Void> sending = Flux.merge(acknowledgements(socket), this.heartbeat.pings(), stopMark())
			.takeUntil(this::isLast)
			.takeUntilOther(closed(socket))
			.doOnNext((next) -> send(socket, next))
			.then();
		return Mono.firstWithSignal(sending, silence());
	}

	/** Starts the work after a reply once the reply has left. */
	private static void send(FrameSocket socket, Outgoing next) {
		Frame frame = next.frame();
		if (frame != null) {
			socket.send(FrameWriter.write(frame), next.departure());
		}
		else {
			next.departure().run();
		}
	}

	/** Completes when the handshake has succeeded. */
	Mono<Void> opened() {
		return this.opened.asMono();
	}

	/**
	 * Returns how the connection ended.
	 * @param error error of the connection; null if there was none
	 */
	ConnectionEnd end(@Nullable Throwable error) {
		boolean wasConnected = this.firstFrame != 0;
		Duration life = wasConnected ? Duration.ofNanos(Math.max(1, now() - this.firstFrame)) : Duration.ZERO;
		return new ConnectionEnd(this.stopping ? Reason.STOPPED : this.reason, life, wasConnected ? null : error);
	}

	/** Returns the latest settings of the platform. */
	ConnectionSettings settings() {
		return this.heartbeat.settings();
	}

	private Mono<Integer> closed(FrameSocket socket) {
		return socket.closeStatus().doOnNext((status) -> {
			boolean clean = status >= WebSocketCloseStatus.NORMAL_CLOSURE.code()
					&& status != WebSocketCloseStatus.ABNORMAL_CLOSURE.code();
			this.reason = clean ? Reason.CLOSED : this.reason;
		});
	}

	private Mono<Void> silence() {
		return this.heartbeat.silence().then(Mono.fromRunnable(() -> this.reason = Reason.SILENT));
	}

	/** Wakes the outgoing frames, which end if nothing is pending. */
	private Mono<Outgoing> stopMark() {
		return this.stop.then(Mono.fromSupplier(() -> {
			this.stopping = true;
			return Outgoing.none(0);
		}));
	}

	private boolean isLast(Outgoing outgoing) {
		return this.pending.addAndGet(-outgoing.size()) == 0 && this.stopping;
	}

	/**
	 * Has no limit of concurrency, because a full one would stop the reading of pongs.
	 */
	private Flux<Outgoing> acknowledgements(FrameSocket socket) {
		return socket.receive().flatMap((message) -> receive(message, socket), Integer.MAX_VALUE);
	}

	private Mono<Outgoing> receive(WebSocketFrame message, FrameSocket socket) {
		this.heartbeat.received();
		if (this.firstFrame == 0) {
			this.firstFrame = now();
			this.history.opened(this.ticket.connectionId());
		}
		if (!(message instanceof BinaryWebSocketFrame)) {
			return (message instanceof TextWebSocketFrame) ? ignored("is a text frame instead of a binary frame")
					: Mono.empty();
		}
		try {
			return receive(FrameReader.read(ByteBufUtil.getBytes(message.content())), socket);
		}
		catch (FrameFormatException ex) {
			return ignored("is malformed: " + ex.getMessage());
		}
	}

	private Mono<Outgoing> receive(Frame frame, FrameSocket socket) {
		String type = frame.header("type");
		if (frame.method() == Frame.CONTROL) {
			if (type.equals("pong")) {
				this.history.pong(this.heartbeat.pong(frame.payload()));
			}
			return Mono.empty();
		}
		// Nobody has seen a frame of the type "card", but the documents name it.
		if (frame.method() != Frame.DATA || !(type.equals("event") || type.equals("card"))) {
			return ignored("has an unknown type");
		}
		byte[] payload = this.parts.add(frame);
		return (payload != null) ? handle(frame, payload, socket) : Mono.empty();
	}

	private Mono<Outgoing> handle(Frame frame, byte[] payload, FrameSocket socket) {
		int size = payload.length + frame.overhead();
		boolean full = this.pending.addAndGet(size) + socket.unsent() > MOST_PENDING;
		if (full || this.stopping) {
			return this
				.<Outgoing>ignored(full ? "would exceed the memory for pending messages"
						: "arrived while the connection was closing")
				.defaultIfEmpty(Outgoing.none(size));
		}
		this.history.message();
		return this.handler.handle(this.ticket.connectionId(), frame, payload, size);
	}

	/** Does not acknowledge a message. The platform sends an event again. */
	private <T> Mono<T> ignored(String problem) {
		this.history.listener().onIgnoredMessage();
		logger.debug("A message of connection " + this.ticket.connectionId() + " is not acknowledged, because it "
				+ problem);
		return Mono.empty();
	}

	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

}
