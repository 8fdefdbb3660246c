package io.ephemeral.feishu.simulator.connection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.ephemeral.feishu.simulator.tenant.ClickError;
import io.ephemeral.feishu.simulator.tenant.ClickFailure;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.websocket.WebsocketInbound;

/**
 * Open WebSocket of the application.
 */
final class Connection {

	/** First two bytes of an unmasked binary frame with 16 bits of length. */
	private static final byte[] HEAD_OF_FRAME = { (byte) 0x82, 126 };

	private static final ChannelFutureListener RESETTING = (written) -> {
		written.channel().config().setOption(ChannelOption.SO_LINGER, 0);
		ChannelFutureListener.CLOSE.operationComplete(written);
	};

	private final Channel channel;

	private final ConnectionEvents events;

	/** By {@code message_id}. */
	private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();

	private volatile boolean silent;

	Connection(Channel channel, ConnectionEvents events) {
		this.channel = channel;
		this.events = events;
	}

	/**
	 * Reads what the client sends until the connection ends.
	 */
	Mono<Void> run(WebsocketInbound inbound, int maxBytes) {
		return inbound.aggregateFrames(maxBytes)
			.receiveFrames()
			.doOnNext(this::receive)
			.doFinally((signal) -> end())
			.then();
	}

	private void end() {
		this.deliveries.values()
			.forEach((delivery) -> delivery.result().tryEmitError(new ClickFailure(ClickError.CALL_FAILED)));
		this.deliveries.clear();
	}

	private void receive(WebSocketFrame message) {
		if (this.silent || !(message instanceof BinaryWebSocketFrame)) {
			return;
		}
		try {
			Frame frame = FrameReader.read(ByteBufUtil.getBytes(message.content()));
			if (frame.method() == Frame.DATA) {
				acknowledge(frame);
			}
			else if (frame.header("type").equals("ping")) {
				this.events.ping(frame.service()).ifPresent(this::send);
			}
		}
		catch (IllegalArgumentException ex) {
			this.events.problem(String.valueOf(ex.getMessage()));
		}
	}

	private void acknowledge(Frame frame) {
		Delivery delivery = this.deliveries.get(frame.header("message_id"));
		if (delivery == null) {
			throw new IllegalArgumentException("The message of an acknowledgement is unknown or already acknowledged");
		}
		Acknowledgement acknowledgement = delivery.acknowledgement(frame);
		this.deliveries.remove(frame.header("message_id"));
		if (delivery.expired().get()) {
			this.events.late(delivery.push());
		}
		delivery.result().tryEmitValue(acknowledgement);
	}

	/**
	 * Sends a message, and waits for its acknowledgement without a time limit.
	 * @return the acknowledgement, or a {@link ClickFailure} if the connection ends
	 */
	Mono<Acknowledgement> deliver(Push push, String messageId, List<Frame> frames, LineFault fault) {
		return Mono.defer(() -> {
			Delivery delivery = new Delivery(push, frames, Sinks.one(), new AtomicBoolean());
			this.deliveries.put(messageId, delivery);
			Mono<Acknowledgement> result = delivery.result().asMono().doOnCancel(() -> delivery.expired().set(true));
			if (fault.kind() == LineFault.Kind.HALF_FRAME || fault.kind() == LineFault.Kind.SILENCE) {
				return result.doOnSubscribe((subscription) -> meet(fault));
			}
			return result.doOnSubscribe((subscription) -> {
				frames.forEach((frame) -> send(frame, push.fragments()));
				meet(fault);
			});
		});
	}

	private void send(Frame frame) {
		send(frame, 1);
	}

	private void send(Frame frame, int fragments) {
		byte[] bytes = FrameWriter.write(frame);
		int start = 0;
		for (int i = 1; i <= fragments; i++) {
			int end = (int) ((long) bytes.length * i / fragments);
			ByteBuf content = Unpooled.wrappedBuffer(Arrays.copyOfRange(bytes, start, end));
			boolean last = i == fragments;
			write((i == 1) ? new BinaryWebSocketFrame(last, 0, content)
					: new ContinuationWebSocketFrame(last, 0, content));
			start = end;
		}
	}

	void sendBytes(byte[] bytes) {
		write(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes.clone())));
	}

	void sendText(String text) {
		write(new TextWebSocketFrame(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8)));
	}

	private void write(WebSocketFrame message) {
		if (this.silent) {
			message.release();
			return;
		}
		this.channel.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
	}

	/**
	 * Makes the connection meet a fault now.
	 */
	void meet(LineFault fault) {
		switch (fault.kind()) {
			case CLOSE -> this.channel.writeAndFlush(new CloseWebSocketFrame(fault.code(), "by the simulator"))
				.addListener(ChannelFutureListener.CLOSE);
			case DROP -> this.channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
			case RESET -> this.channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(RESETTING);
			case HALF_FRAME -> this.channel.writeAndFlush(Unpooled.wrappedBuffer(HEAD_OF_FRAME.clone()))
				.addListener(ChannelFutureListener.CLOSE);
			case SILENCE -> this.silent = true;
			case NONE, DELAY -> {
			}
		}
	}

	/**
	 * Message that waits for its acknowledgement.
	 */
	private record Delivery(Push push, List<Frame> frames, Sinks.One<Acknowledgement> result, AtomicBoolean expired) {

		private Acknowledgement acknowledgement(Frame frame) {
			String seq = frame.header("seq");
			Frame sent = this.frames.stream()
				.filter((part) -> part.header("seq").equals(seq))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException(
						"The seq of an acknowledgement matches no part of the message"));
			return Acknowledgement.of(frame, sent.headers());
		}

	}

}
