package io.ephemeral.feishu.simulator.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.FutureMono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Writer of responses, which applies faults.
 */
final class AnswerWriter {

	private AnswerWriter() {
	}

	static Mono<Void> write(HttpAnswer answer, PlannedFault fault, HttpServerResponse response) {
		Mono<Void> written = Mono.defer(() -> write(answer, fault.transfer(), fault.duration(), response));
		return (fault.transfer() != Transfer.DRIPPED && !fault.duration().isZero())
				? Mono.delay(fault.duration()).then(written) : written;
	}

	private static Mono<Void> write(HttpAnswer answer, Transfer transfer, Duration duration,
			HttpServerResponse response) {
		byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
		byte[] half = Arrays.copyOf(body, body.length / 2);
		return switch (transfer) {
			case WHOLE -> write(head(answer, body.length, response), body);
			case DRIPPED -> drip(head(answer, body.length, response), body, duration);
			case TRUNCATED -> write(head(answer, half.length, response), half);
			case EMPTY -> write(head(answer, 0, response), new byte[0]);
			case LENGTH_TOO_LARGE -> write(head(answer, body.length + 10, response), body).then(close(response));
			case LENGTH_TOO_SMALL -> write(head(answer, half.length, response), body);
			case RESET -> drip(head(answer, body.length, response), half, Duration.ZERO).then(reset(response));
			case NOTHING -> close(response);
		};
	}

	private static HttpServerResponse head(HttpAnswer answer, int length, HttpServerResponse response) {
		response.status(answer.status());
		answer.headers().forEach(response::header);
		return response.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(length));
	}

	private static Mono<Void> write(HttpServerResponse response, byte[] body) {
		return response.sendByteArray(Mono.just(body)).then();
	}

	/**
	 * Sends byte by byte, so that what is written has left when this completes.
	 */
	private static Mono<Void> drip(HttpServerResponse response, byte[] body, Duration duration) {
		Flux<Integer> positions = Flux.range(0, body.length);
		Flux<Integer> paced = duration.isZero() ? positions
				: positions.delayElements(duration.dividedBy(Math.max(1, body.length)));
		return response
			.send(paced.map((position) -> Unpooled.wrappedBuffer(body, position, 1).retain()), (buffer) -> true)
			.then();
	}

	private static Mono<Void> close(HttpServerResponse response) {
		return close(response, (channel) -> {
		});
	}

	/** Closes the connection with a TCP reset. */
	private static Mono<Void> reset(HttpServerResponse response) {
		return close(response, (channel) -> channel.config().setOption(ChannelOption.SO_LINGER, 0));
	}

	/**
	 * Never completes, because the server would write the end of a response then.
	 */
	private static Mono<Void> close(HttpServerResponse response, Consumer<Channel> preparation) {
		Sinks.One<Channel> channel = Sinks.one();
		response.withConnection((connection) -> channel.tryEmitValue(connection.channel()));
		return channel.asMono()
			.doOnNext(preparation)
			.flatMap((open) -> FutureMono.from(open.close()))
			.then(Mono.never());
	}

}
