package io.ephemeral.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.websocket.WebsocketInbound;

/**
 * One connection of the platform. The sequence number of a frame identifies its message,
 * because clients repeat it in the acknowledgement.
 */
final class ConnectionLink {

	/** Settings of the platform. The SDK fails if a pong has none. */
	static final String SETTINGS = """
			{"ReconnectCount":-1,"ReconnectInterval":120,"ReconnectNonce":30,"PingInterval":120}""";

	private static final byte[] ACCEPTED = "\"code\":200".getBytes(StandardCharsets.UTF_8);

	private static final String EVENT = """
			{"schema":"2.0","header":{"event_id":"e%d","event_type":"im.message.receive_v1","create_time":"%d",\
			"token":"","app_id":"cli_1","tenant_key":"t1"},"event":{"sender":{"sender_id":{"open_id":"ou_1"},\
			"sender_type":"user","tenant_key":"t1"},"message":{"message_id":"om_%d","create_time":"1","chat_id":"oc_1",\
			"chat_type":"group","message_type":"text","content":"{\\"text\\":\\"hello\\"}"}}}""";

	private static final String CLICK = """
			{"schema":"2.0","header":{"event_id":"e%d","event_type":"card.action.trigger","create_time":"%d",\
			"token":"","app_id":"cli_1","tenant_key":"t1"},"event":{"operator":{"open_id":"ou_1","tenant_key":"t1"},\
			"token":"c-%d","action":{"tag":"button","value":{"action":"save"}},"host":"im_message",\
			"context":{"open_message_id":"om_1","open_chat_id":"oc_1"}}}""";

	private final Consumer<ConnectionLink> opened;

	private final AtomicBoolean pinged = new AtomicBoolean();

	private volatile @Nullable Channel channel;

	private volatile Run run = new Run(1, EVENT, 0);

	/**
	 * Creates a connection.
	 * @param opened receives the connection at its first ping
	 */
	ConnectionLink(Consumer<ConnectionLink> opened) {
		this.opened = opened;
	}

	Mono<Void> run(WebsocketInbound inbound) {
		inbound.withConnection((connection) -> this.channel = connection.channel());
		return inbound.aggregateFrames().receive().asByteArray().doOnNext(this::receive).then();
	}

	/**
	 * Pushes events: one window first, then one event for each acknowledgement. All are
	 * encoded before, so that the platform leaves the processors to the client.
	 * @param window maximum number of events without an acknowledgement
	 * @return nanoseconds until all are acknowledged, and nanoseconds of CPU time of the
	 * platform
	 */
	String burst(int events, int window) throws InterruptedException {
		Run burst = next(EVENT, events);
		burst.left.set(events - window);
		long cpu = ConnectionClient.processCpuNanos();
		long start = System.nanoTime();
		for (int event = 0; event < window; event++) {
			push(burst, event);
		}
		burst.await();
		return (System.nanoTime() - start) + " " + (ConnectionClient.processCpuNanos() - cpu);
	}

	/**
	 * Pushes clicks on schedule, even if the last one is not acknowledged.
	 * @return median and 99th percentile of the time to the acknowledgement, in
	 * nanoseconds
	 */
	String clicks(int perSecond, int seconds) throws InterruptedException {
		Run clicks = next(CLICK, perSecond * seconds);
		long start = System.nanoTime();
		for (int click = 0; click < clicks.nanos.length; click++) {
			long due = start + click * TimeUnit.SECONDS.toNanos(1) / perSecond;
			while (System.nanoTime() < due) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
			clicks.nanos[click] = due;
			push(clicks, click);
		}
		clicks.await();
		return (long) CallbackBenchmark.percentile(clicks.nanos, 0.5) + " "
				+ (long) CallbackBenchmark.percentile(clicks.nanos, 0.99);
	}

	private Run next(String payload, int messages) {
		Run next = new Run(this.run.first + this.run.frames.length, payload, messages);
		this.run = next;
		return next;
	}

	/** Pushes a refused message again, as the platform does after a while. */
	private void receive(byte[] frame) {
		long now = System.nanoTime();
		long number = number(frame);
		if (number == 0) {
			send(frame(0, 0, "pong", SETTINGS.getBytes(StandardCharsets.UTF_8)));
			if (this.pinged.compareAndSet(false, true)) {
				this.opened.accept(this);
			}
			return;
		}
		Run run = this.run;
		int index = (int) (number - run.first);
		if (!accepts(frame)) {
			push(run, index);
			return;
		}
		run.nanos[index] = now - run.nanos[index];
		int left = run.left.getAndDecrement();
		if (left > 0) {
			push(run, run.frames.length - left);
		}
		run.pending.countDown();
	}

	private void push(Run run, int index) {
		send(run.frames[index]);
	}

	/**
	 * Ignores failures, because the measurement reports messages without acknowledgement.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	private void send(byte[] frame) {
		Channel open = this.channel;
		if (open != null) {
			open.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(frame)));
		}
	}

	/** Returns the first field of a frame. */
	static long number(byte[] frame) {
		long number = 0;
		for (int position = 1; position < frame.length; position++) {
			number |= (long) (frame[position] & 0x7f) << (7 * (position - 1));
			if (frame[position] >= 0) {
				break;
			}
		}
		return number;
	}

	private static boolean accepts(byte[] frame) {
		for (int start = frame.length - ACCEPTED.length; start >= 0; start--) {
			if (Arrays.equals(frame, start, start + ACCEPTED.length, ACCEPTED, 0, ACCEPTED.length)) {
				return true;
			}
		}
		return false;
	}

	private static byte[] frame(long number, int method, String type, byte[] payload) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(payload.length + 128);
		bytes.write(1 << 3);
		varint(bytes, number);
		bytes.writeBytes(new byte[] { 2 << 3, 0, 3 << 3, 1, 4 << 3, (byte) method });
		header(bytes, "type", type);
		header(bytes, "message_id", "m" + number);
		header(bytes, "sum", "1");
		header(bytes, "seq", "0");
		header(bytes, "trace_id", "t");
		field(bytes, 8, payload);
		return bytes.toByteArray();
	}

	private static void header(ByteArrayOutputStream bytes, String key, String value) {
		ByteArrayOutputStream header = new ByteArrayOutputStream(32);
		field(header, 1, key.getBytes(StandardCharsets.UTF_8));
		field(header, 2, value.getBytes(StandardCharsets.UTF_8));
		field(bytes, 5, header.toByteArray());
	}

	private static void field(ByteArrayOutputStream bytes, int number, byte[] value) {
		bytes.write((number << 3) | 2);
		varint(bytes, value.length);
		bytes.writeBytes(value);
	}

	private static void varint(ByteArrayOutputStream bytes, long value) {
		long rest = value;
		while (rest > 0x7f) {
			bytes.write((int) (rest | 0x80));
			rest >>>= 7;
		}
		bytes.write((int) rest);
	}

	/**
	 * Messages of one measurement.
	 */
	private static final class Run {

		private final long first;

		private final byte[][] frames;

		private final long[] nanos;

		/** Messages that acknowledgements cause. */
		private final AtomicInteger left = new AtomicInteger();

		private final CountDownLatch pending;

		Run(long first, String payload, int messages) {
			this.first = first;
			this.frames = new byte[messages][];
			Arrays.setAll(this.frames, (index) -> frame(first + index, 1, "event",
					payload.replace("%d", Long.toString(first + index)).getBytes(StandardCharsets.UTF_8)));
			this.nanos = new long[messages];
			this.pending = new CountDownLatch(messages);
		}

		void await() throws InterruptedException {
			if (!this.pending.await(2, TimeUnit.MINUTES)) {
				throw new IllegalStateException(this.pending.getCount() + " messages are not acknowledged");
			}
		}

	}

}
