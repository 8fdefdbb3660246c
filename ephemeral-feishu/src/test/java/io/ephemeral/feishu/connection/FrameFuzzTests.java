package io.ephemeral.feishu.connection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.ephemeral.feishu.card.RandomText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FrameFuzzTests {

	private static final List<String> FRAMES = List.of("ping", "pong", "event", "event-acknowledged", "click", "part-0",
			"part-1", "older-event");

	private static final int CAPACITY = 100_000;

	@Test
	void frameWhenDamagedThenIsReadAsByOfficialLibraryOrRefused() {
		RandomText.forEach((random) -> {
			byte[] damaged = damaged(random, Frames.bytes(random.oneOf(FRAMES)));
			DynamicMessage official = official(damaged);
			Frame frame = read(damaged);

			if (official == null) {
				assertThat(frame).isNull();
			}
			else if (frame != null) {
				assertThat(frame.logId()).isEqualTo(official.getField(ProtobufFrames.field(2)));
				assertThat(frame.method()).isEqualTo(official.getField(ProtobufFrames.field(4)));
				assertThat(official(FrameWriter.write(frame))).isNotNull();
			}
		});
	}

	@Test
	void partsWhenDamagedThenMemoryIsBoundedAndMessageIsNeverMadeOfOthers() {
		AtomicInteger lost = new AtomicInteger();
		AtomicLong time = new AtomicLong();
		MessageParts parts = new MessageParts(CAPACITY, time::get, lost::incrementAndGet);
		RandomText.forEach((random) -> {
			time.addAndGet(random.number());
			String id = "m" + random.number() % 1000;
			int sum = random.number() % 5;
			Frame part = new Frame(1, 1, 1, Frame.DATA,
					FrameHeaders.of(new FrameHeader("message_id", id), new FrameHeader("sum", Integer.toString(sum)),
							new FrameHeader("seq", Integer.toString(random.number() % 4))),
					new byte[0], (id + ";").getBytes(StandardCharsets.UTF_8), new byte[0]);
			byte[] whole = add(parts, part);

			if (whole != null) {
				assertThat(new String(whole, StandardCharsets.UTF_8)).isEqualTo((id + ";").repeat(sum));
			}
			assertThat(parts.count()).isLessThan(CAPACITY / 256 + 1);
		});
	}

	private static byte @Nullable [] add(MessageParts parts, Frame part) {
		try {
			return parts.add(part);
		}
		catch (FrameFormatException ex) {
			return null;
		}
	}

	private static byte[] damaged(RandomText random, byte[] frame) {
		byte[] damaged = frame.clone();
		for (int times = random.number() % 3; times >= 0; times--) {
			int position = random.number() % damaged.length;
			damaged[position] = (byte) (damaged[position] ^ (1 << (random.number() % 8)));
		}
		return (random.number() % 2 == 0) ? damaged
				: Arrays.copyOf(damaged, 1 + random.number() % (damaged.length + 10));
	}

	private static @Nullable DynamicMessage official(byte[] bytes) {
		try {
			return DynamicMessage.parseFrom(ProtobufFrames.FRAME, bytes);
		}
		catch (InvalidProtocolBufferException ex) {
			return null;
		}
	}

	private static @Nullable Frame read(byte[] bytes) {
		try {
			return FrameReader.read(bytes);
		}
		catch (FrameFormatException ex) {
			return null;
		}
	}

}
