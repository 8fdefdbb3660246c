package io.ephemeral.feishu.connection;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionHandlers;
import io.ephemeral.feishu.callback.CardActionReply;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionSessionTests {

	private static final String CLICK = """
			{"schema": "2.0", "header": {"event_id": "evt-1", "event_type": "card.action.trigger"},
			"event": {"operator": {"open_id": "ou_1"}, "token": "c-1",
			"action": {"tag": "button", "value": {"action": "save"}},
			"context": {"open_message_id": "om_1", "open_chat_id": "oc_1"}}}""";

	private static final String EVENT = """
			{"schema": "2.0", "header": {"event_id": "evt-1", "event_type": "contact.user.created_v3"}, "event": {}}""";

	private final Socket socket = new Socket();

	private @Nullable RuntimeException failure;

	private final AtomicBoolean followed = new AtomicBoolean();

	private final AtomicInteger ignored = new AtomicInteger();

	private Mono<CardActionReply> reply = Mono
		.just(CardActionReply.success("Saved").afterwards(() -> this.followed.set(true)));

	@Test
	void workWhenReplyIsOnItsWayThenWaitsUntilItHasLeft() {
		session().use(this.socket).subscribe();

		this.socket.arrive(message(CLICK));

		assertThat(this.socket.sent).extracting((frame) -> frame.header("type")).contains("event");
		assertThat(this.followed).isFalse();
		this.socket.leave();
		assertThat(this.followed).isTrue();
	}

	@Test
	void messagesWhenHeadersAreHugeThenCountAsMemoryToo() {
		VirtualTime.stop();
		try {
			this.reply = Mono.never();
			session().use(this.socket).subscribe();

			for (int message = 0; message < 16; message++) {
				this.socket.arrive(
						message(CLICK.replace("evt-1", "evt-" + message), new FrameHeader("x", "x".repeat(5 << 20))));
			}

			assertThat(this.ignored).hasPositiveValue();
		}
		finally {
			VirtualTimeScheduler.reset();
		}
	}

	@Test
	void messageWhenPlatformDoesNotReadAcknowledgementsThenIsNotHandled() {
		session().use(this.socket).subscribe();

		this.socket.unsent = 65 << 20;
		this.socket.arrive(message(CLICK));
		this.socket.unsent = 0;
		this.socket.arrive(message(EVENT));

		assertThat(this.ignored).hasValue(1);
		assertThat(this.socket.sent).extracting((frame) -> frame.header("type")).containsExactly("ping", "event");
	}

	@Test
	void eventWhenListenerOfConnectionFailsThenNextMessageIsReceived() {
		this.failure = new IllegalStateException("no metrics");
		session().use(this.socket).subscribe();

		this.socket.arrive(message(EVENT));
		this.failure = null;
		this.socket.arrive(message(EVENT.replace("evt-1", "evt-2")));

		assertThat(this.ignored).hasValue(1);
		assertThat(this.socket.sent).extracting((frame) -> frame.header("type")).containsExactly("ping", "event");
	}

	private ConnectionSession session() {
		CallbackProcessor processor = CallbackProcessor.builder()
			.handlers(new CardActionHandlers(List.of(new Saving())))
			.scheduler(Schedulers.immediate())
			.build();
		LongConnectionListener listener = new LongConnectionListener() {

			@Override
			public void onAcknowledgement(boolean accepted, Duration time) {
				RuntimeException failure = ConnectionSessionTests.this.failure;
				if (failure != null) {
					throw failure;
				}
			}

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
		FrameHeaders headers = FrameHeaders.of(new FrameHeader("type", "event"), new FrameHeader("message_id", "m1"));
		for (FrameHeader header : further) {
			headers = headers.and(FrameWriter.write(header));
		}
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
	private static final class Socket implements FrameSocket {

		private final Sinks.Many<WebSocketFrame> received = Sinks.many().unicast().onBackpressureBuffer();

		private final List<Runnable> departures = new ArrayList<>();

		private final List<Frame> sent = new ArrayList<>();

		private long unsent;

		void arrive(byte[] frame) {
			this.received.tryEmitNext(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(frame)));
		}

		void leave() {
			this.departures.forEach(Runnable::run);
		}

		@Override
		public Flux<WebSocketFrame> receive() {
			return this.received.asFlux();
		}

		@Override
		public void send(byte[] message, Runnable departure) {
			this.sent.add(FrameReader.read(message));
			this.departures.add(departure);
		}

		@Override
		public long unsent() {
			return this.unsent;
		}

		@Override
		public Mono<Integer> closeStatus() {
			return Mono.never();
		}

	}

}
