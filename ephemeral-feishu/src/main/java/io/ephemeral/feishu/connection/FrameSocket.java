package io.ephemeral.feishu.connection;

import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Open WebSocket.
 */
interface FrameSocket {

	/**
	 * Returns the messages of the other side. Each is released after its signal.
	 */
	Flux<WebSocketFrame> receive();

	/**
	 * Sends a message, behind those that were sent before. Several that are sent in
	 * response to what arrives together leave together.
	 * @param message content of a binary message
	 * @param departure task to run when the message has left or could not be sent
	 */
	void send(byte[] message, Runnable departure);

	/**
	 * Returns the number of bytes that wait because the other side does not read.
	 */
	long unsent();

	/**
	 * Returns the status of the end.
	 */
	Mono<Integer> closeStatus();

}
