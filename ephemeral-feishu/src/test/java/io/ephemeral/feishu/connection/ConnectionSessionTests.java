package io.ephemeral.feishu.connection;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionHandlers;
import io.ephemeral.feishu.callback.CardActionReply;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.adapter.AbstractWebSocketSession;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionSessionTests {

	private static final String CLICK = """
			{"schema": "2.0", "header": {"event_id": "evt-1", "event_type": "card.action.trigger"},
			"event": {"operator": {"open_id": "ou_1"}, "token": "c-1",
			"action": {"tag": "button", "value": {"action": "save"}},
			"context": {"open_message_id": "om_1", "open_chat_id": "oc_1"}}}""";

	private final Socket socket = new Socket();

	private final AtomicBoolean followed = new AtomicBoolean();

	private final AtomicInteger ignored = new AtomicInteger();

	private Mono<CardActionReply> reply = Mono
		.just(CardActionReply.success("Saved").afterwards(() -> this.followed.set(true)));

	@Test
	void workWhenReplyIsOnItsWayThenWaitsUntilItHasLeft() {
		session().handle(this.socket).subscribe();

		this.socket.arrive(message(CLICK));

		assertThat(this.socket.sent).extracting((frame) -> frame.header("type")).contains("event");
		assertThat(this.followed).isFalse();
		this.socket.written.tryEmitEmpty();
		assertThat(this.followed).isTrue();
	}

	@Test
	void messagesWhenHeadersAreHugeThenCountAsMemoryToo() {
		this.reply = Mono.never();
		session().handle(this.socket).subscribe();

		for (int message = 0; message < 8; message++) {
			this.socket
				.arrive(message(CLICK.replace("evt-1", "evt-" + message), new FrameHeader("x", "x".repeat(5 << 20))));
		}

		assertThat(this.ignored).hasPositiveValue();
	}

	private ConnectionSession session() {
		CallbackProcessor processor = CallbackProcessor.builder()
			.handlers(new CardActionHandlers(List.of(new Saving())))
			.scheduler(Schedulers.immediate())
			.build();
		LongConnectionListener listener = new LongConnectionListener() {

			@Override
			public void onIgnoredMessage() {
				ConnectionSessionTests.this.ignored.incrementAndGet();
			}

		};
		return new ConnectionSession(
				ConnectionTicket.of("ws://127.0.0.1/ws?device_id=1&service_id=1", ConnectionSettings.STANDARD),
				LongConnectionOptions.standard(), new MessageHandler(processor, Schedulers.immediate(), listener),
				new ConnectionHistory(Clock.systemUTC(), listener), Mono.never());
	}

	private static byte[] message(String payload, FrameHeader... further) {
		List<FrameHeader> headers = new ArrayList<>(
				List.of(new FrameHeader("type", "event"), new FrameHeader("message_id", "m1")));
		headers.addAll(List.of(further));
		return FrameWriter.write(new Frame(1, 1, 1, Frame.DATA, headers, new byte[0],
				payload.getBytes(StandardCharsets.UTF_8), new byte[0]));
	}

	private final class Saving implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("save");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			return ConnectionSessionTests.this.reply;
		}

	}

	/**
	 * Socket whose frames have left once the test says so.
	 */
	private static final class Socket extends AbstractWebSocketSession<Object> {

		private final Sinks.Many<WebSocketMessage> received = Sinks.many().unicast().onBackpressureBuffer();

		private final Sinks.Empty<Void> written = Sinks.empty();

		private final List<Frame> sent = new ArrayList<>();

		Socket() {
			super(new Object(), "1",
					new HandshakeInfo(URI.create("ws://127.0.0.1"), new HttpHeaders(), Mono.empty(), null),
					DefaultDataBufferFactory.sharedInstance);
		}

		void arrive(byte[] frame) {
			this.received.tryEmitNext(binaryMessage((buffers) -> buffers.wrap(frame)));
		}

		@Override
		public Flux<WebSocketMessage> receive() {
			return this.received.asFlux();
		}

		@Override
		public Mono<Void> send(Publisher<WebSocketMessage> messages) {
			return Flux.from(messages).doOnNext(this::leave).then(this.written.asMono());
		}

		private void leave(WebSocketMessage message) {
			byte[] bytes = new byte[message.getPayload().readableByteCount()];
			message.getPayload().read(bytes);
			this.sent.add(FrameReader.read(bytes));
		}

		@Override
		public boolean isOpen() {
			return true;
		}

		@Override
		public Mono<Void> close(CloseStatus status) {
			return Mono.empty();
		}

		@Override
		public Mono<CloseStatus> closeStatus() {
			return Mono.never();
		}

	}

}
