package io.ephemeral.benchmarks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.handler.flush.FlushConsolidationHandler;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * WebSocket that acknowledges each frame and does not read its payload. No client can
 * receive more on the same machine.
 */
final class BareConnection {

	/** Ping of the service 1. */
	private static final byte[] PING = { 8, 0, 16, 0, 24, 1, 32, 0, 42, 12, 10, 4, 't', 'y', 'p', 'e', 18, 4, 'p', 'i',
			'n', 'g' };

	private static final byte[] ACCEPTED = "\"code\":200".getBytes(StandardCharsets.UTF_8);

	private final URI platform;

	private final AtomicLong received;

	BareConnection(URI platform, AtomicLong received) {
		this.platform = platform;
		this.received = received;
	}

	Disposable open() {
		return HttpClient.create()
			.doOnChannelInit((observer, channel, address) -> channel.pipeline()
				.addFirst(new FlushConsolidationHandler(FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES,
						true)))
			.websocket()
			.uri("ws://" + this.platform.getAuthority() + "/ws/v2?device_id=1&service_id=1")
			.handle((inbound, outbound) -> {
				Flux<byte[]> acknowledgements = inbound.receive()
					.asByteArray()
					.filter((frame) -> ConnectionLink.number(frame) != 0)
					.map(this::acknowledge);
				return outbound.sendByteArray(Flux.concat(Mono.just(PING), acknowledgements));
			})
			.subscribe();
	}

	/**
	 * Returns the number of the frame and the code, which is all that the platform reads.
	 */
	private byte[] acknowledge(byte[] frame) {
		this.received.incrementAndGet();
		int number = 1;
		while (frame[number] < 0) {
			number++;
		}
		byte[] acknowledgement = Arrays.copyOf(frame, number + 1 + ACCEPTED.length);
		System.arraycopy(ACCEPTED, 0, acknowledgement, number + 1, ACCEPTED.length);
		return acknowledgement;
	}

}
