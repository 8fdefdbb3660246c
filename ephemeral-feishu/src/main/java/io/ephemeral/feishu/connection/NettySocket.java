package io.ephemeral.feishu.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.websocket.WebsocketInbound;

/**
 * WebSocket of Reactor Netty. It writes to the channel, because a publisher for each
 * message would cost more than the message.
 */
final class NettySocket implements FrameSocket {

	private final WebsocketInbound inbound;

	private final Channel channel;

	private final int maxMessage;

	/**
	 * Creates a socket.
	 * @param maxMessage maximum size of a message in bytes
	 */
	NettySocket(WebsocketInbound inbound, int maxMessage) {
		this.inbound = inbound;
		this.channel = ((ChannelOperations<?, ?>) inbound).channel();
		this.maxMessage = maxMessage;
	}

	@Override
	public Flux<WebSocketFrame> receive() {
		return this.inbound.aggregateFrames(this.maxMessage).receiveFrames();
	}

	@Override
	public void send(byte[] message, Runnable departure) {
		this.channel.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(message)))
			.addListener((sent) -> departure.run());
	}

	@Override
	public long unsent() {
		return this.channel.bytesBeforeWritable();
	}

	@Override
	public Mono<Integer> closeStatus() {
		return this.inbound.receiveCloseStatus().map(WebSocketCloseStatus::code);
	}

}
