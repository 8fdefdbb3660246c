package io.ephemeral.feishu.connection;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FrameTests {

	private static final int SERVICE = 33554678;

	@Test
	void pingWhenWrittenThenIsThatOfOfficialSdks() {
		assertThat(FrameWriter.write(Frame.ping(SERVICE))).isEqualTo(Frames.bytes("ping"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ping", "pong", "pong-without-payload", "event", "event-acknowledged", "click",
			"click-acknowledged", "click-acknowledged-by-node", "part-0", "part-1", "parts-acknowledged",
			"unknown-event", "unknown-event-refused", "older-event" })
	void frameWhenReadThenIsWrittenByteForByte(String name) {
		assertThat(FrameWriter.write(Frames.frame(name))).isEqualTo(Frames.bytes(name));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			event         | 7  | {"code":200} | event-acknowledged
			part-0        | 0  | {"code":200} | parts-acknowledged
			unknown-event | 1  | {"code":500} | unknown-event-refused
			""")
	void acknowledgementWhenWrittenThenIsThatOfOfficialSdk(String frame, long millis, String payload, String sent) {
		Frame acknowledgement = Frames.frame(frame).acknowledgement(payload.getBytes(StandardCharsets.UTF_8), millis);

		assertThat(FrameWriter.write(acknowledgement)).isEqualTo(Frames.bytes(sent));
	}

	@Test
	void acknowledgementWhenFrameHasOtherFieldsThenRepeatsThem() {
		byte[] frame = HexFormat.of()
			.parseHex("08ffffffffffffffffff01" + "100118002001" + "2a060a0174120161" + "32026a73" + "3a02677a"
					+ "42017b" + "4a0131" + "a00601");

		byte[] written = FrameWriter.write(FrameReader.read(frame).acknowledgement(new byte[] { '}' }, 3));

		assertThat(HexFormat.of().formatHex(written)).startsWith("08ffffffffffffffffff011001180020012a060a0174120161")
			.endsWith("32026a733a02677a42017d4a0131a00601");
	}

	@Test
	void frameWhenItsFieldsAreApartThenKeepsAllInTheirOrder() {
		String first = "2a060a0161120131";
		String second = "2a060a0162120132";
		byte[] frame = HexFormat.of()
			.parseHex("0801" + first + "4a0131" + "1001" + "32026a73" + second + "a00601" + "18002001" + "3a02677a");

		byte[] written = FrameWriter.write(FrameReader.read(frame));

		assertThat(HexFormat.of().formatHex(written))
			.isEqualTo("0801100118002001" + first + second + "32026a73" + "3a02677a" + "4a0131" + "a00601");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ffffffff", "0800100018f681801020002a7f0a", "0b", "08001000180020012a0212", "0800",
			"08001000180020012a04080112", "ffffffffffffffffffffff01", "0000", "08001000180020014205ab" })
	void bytesWhenNoFrameThenAreRefused(String hex) {
		assertThatExceptionOfType(FrameFormatException.class)
			.isThrownBy(() -> FrameReader.read(HexFormat.of().parseHex(hex)));
	}

	@Test
	void headersWhenTooManyThenAreRefused() {
		String headers = "2a060a0174120161".repeat(101);

		assertThatExceptionOfType(FrameFormatException.class)
			.isThrownBy(() -> FrameReader.read(HexFormat.of().parseHex("0800100018002001" + headers)));
	}

	@Test
	void textWhenLoggedThenHasNoPayload() {
		assertThat(Frames.frame("event")).hasToString("Frame[event]");
	}

}
