package io.ephemeral.feishu.simulator.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FrameTests {

	private static final int SERVICE = 33554678;

	private static final String CONFIG = "{\"ReconnectCount\":-1,\"ReconnectInterval\":120,\"ReconnectNonce\":30,"
			+ "\"PingInterval\":120}";

	@ParameterizedTest
	@MethodSource("names")
	void frameWhenOfOfficialSdkThenIsWrittenAsItWasRead(String name) {
		assertThat(FrameWriter.write(FrameReader.read(recorded(name)))).isEqualTo(recorded(name));
	}

	@Test
	void pongWhenWrittenThenIsAsRecorded() {
		assertThat(FrameWriter.write(Frame.pong(SERVICE, CONFIG))).isEqualTo(recorded("pong"));
		assertThat(FrameWriter.write(Frame.pong(SERVICE, null))).isEqualTo(recorded("pongWithoutPayload"));
	}

	@Test
	void dataWhenWrittenThenIsAsRecorded() {
		assertThat(data(1, "m1", 1, 0, bytes(event("e1", "im.message.receive_v1", "{}")))).isEqualTo(recorded("event"));
		assertThat(data(2, "m2", 1, 0, bytes(event("e2", "card.action.trigger", "{\"action\":{\"tag\":\"button\"}}"))))
			.isEqualTo(recorded("click"));
		assertThat(data(5, "m4", 1, 0, bytes(event("e4", "x.y_v1", "{}")))).isEqualTo(recorded("unknownType"));
		assertThat(data(6, "m5", 1, 0,
				bytes("{\"uuid\":\"u1\",\"token\":\"\",\"ts\":\"1\","
						+ "\"type\":\"event_callback\",\"event\":{\"type\":\"message\"}}")))
			.isEqualTo(recorded("v1Event"));
	}

	@Test
	void partWhenCharacterIsCutThenIsAsRecorded() {
		byte[] whole = bytes(event("e3", "im.message.receive_v1", "{\"k\":\"你\"}"));
		int cut = whole.length - 5;

		assertThat(data(3, "m3", 2, 1, slice(whole, cut, whole.length))).isEqualTo(recorded("secondPart"));
		assertThat(data(4, "m3", 2, 0, slice(whole, 0, cut))).isEqualTo(recorded("firstPart"));
	}

	@Test
	void acknowledgementWhenReadThenHasHeadersInOrder() {
		Frame ack = FrameReader.read(recorded("clickAckOfNode"));

		assertThat(ack.headers()).extracting(Frame.Header::key)
			.containsExactly("type", "message_id", "sum", "seq", "trace_id", "biz_rt");
		assertThat(ack.header("biz_rt")).isEqualTo("-1");
		assertThat(ack.text()).startsWith("{\"code\":200,\"data\":\"");
	}

	@Test
	void pingWhenReadThenHasServiceAndNoPayload() {
		Frame ping = FrameReader.read(recorded("ping"));

		assertThat(ping.method()).isEqualTo(Frame.CONTROL);
		assertThat(ping.service()).isEqualTo(SERVICE);
		assertThat(ping.payload()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ffffffff", "ffffffffffffffffffffff", "0800100018f681801020012a7f0a", "0b", "00", "",
			"080010002000", "0800100018002000420a7b", "08001000180020002a020a00" })
	void readWhenBytesAreNoFrameThenFails(String hex) {
		assertThatIllegalArgumentException().isThrownBy(() -> FrameReader.read(HexFormat.of().parseHex(hex)));
	}

	@Test
	void frameWhenRandomThenOfficialLibraryReadsAndWritesTheSame() {
		Random random = new Random(15);
		ProtobufFrames protobuf = new ProtobufFrames();
		for (int i = 0; i < 2000; i++) {
			byte[] written = protobuf.random(random);

			byte[] rewritten = FrameWriter.write(FrameReader.read(written));

			assertThat(protobuf.parse(rewritten)).isEqualTo(protobuf.parse(written));
			assertThat(rewritten).isEqualTo(written);
		}
	}

	@Test
	void readWhenBytesAreRandomThenFailsOnlyAsDocumented() {
		Random random = new Random(15);
		for (int i = 0; i < 10_000; i++) {
			byte[] bytes = recorded("click").clone();
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
			try {
				assertThat(FrameReader.read(bytes).headers()).hasSizeLessThan(bytes.length);
			}
			catch (IllegalArgumentException ex) {
				assertThat(ex).hasMessageMatching("A .*|The required .*");
			}
		}
	}

	static Stream<String> names() {
		return recordings().keySet().stream();
	}

	private static byte[] recorded(String name) {
		return Objects.requireNonNull(recordings().get(name));
	}

	private static Map<String, byte[]> recordings() {
		try (InputStream file = Objects.requireNonNull(FrameTests.class.getResourceAsStream("frames.txt"))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.split(" ", 2))
				.collect(Collectors.toMap((parts) -> parts[0], (parts) -> HexFormat.of().parseHex(parts[1])));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] data(long number, String messageId, int sum, int seq, byte[] payload) {
		return FrameWriter.write(Frame.data(number, 100 + number, SERVICE,
				List.of(new Frame.Header("type", "event"), new Frame.Header("message_id", messageId),
						new Frame.Header("sum", Integer.toString(sum)), new Frame.Header("seq", Integer.toString(seq)),
						new Frame.Header("trace_id", "t1")),
				ByteBuffer.wrap(payload)));
	}

	private static String event(String id, String type, String event) {
		return "{\"schema\":\"2.0\",\"header\":{\"event_id\":\"%s\",\"event_type\":\"%s\"},\"event\":%s}".formatted(id,
				type, event);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] slice(byte[] whole, int from, int to) {
		return Arrays.copyOfRange(whole, from, to);
	}

}
