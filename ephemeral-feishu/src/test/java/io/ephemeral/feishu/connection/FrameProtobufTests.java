package io.ephemeral.feishu.connection;

import java.util.List;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Comparison with the official library of Protocol Buffers.
 */
class FrameProtobufTests {

	@Property
	void frameWhenWrittenThenOfficialLibraryReadsTheSame(@ForAll("samples") Sample sample) throws Exception {
		DynamicMessage message = DynamicMessage.parseFrom(ProtobufFrames.FRAME, FrameWriter.write(sample.frame()));

		assertThat(message).isEqualTo(sample.message());
	}

	@Property
	void frameWhenWrittenByOfficialLibraryThenIsRead(@ForAll("samples") Sample sample) {
		byte[] written = sample.message().toByteArray();

		assertThat(FrameWriter.write(FrameReader.read(written))).isEqualTo(written);
	}

	@Property(tries = 10_000)
	void bytesWhenChangedThenAreReadAsByOfficialLibrary(@ForAll("samples") Sample sample,
			@ForAll("changes") List<int[]> changes) {
		byte[] bytes = FrameWriter.write(sample.frame());
		changes.forEach((change) -> bytes[change[0] % bytes.length] = (byte) change[1]);

		DynamicMessage official = parsed(bytes);
		Frame ours = read(bytes);

		if (official == null) {
			assertThat(ours).isNull();
		}
		else if (ours != null) {
			assertThat(ours.sequence()).isEqualTo(official.getField(ProtobufFrames.field(1)));
			assertThat(ours.service()).isEqualTo(official.getField(ProtobufFrames.field(3)));
			ProtobufFrames.headers(official).forEach((key, value) -> {
				// A key that is not UTF-8 is no longer what was sent.
				if (!key.contains("\uFFFD")) {
					assertThat(ours.header(key)).isEqualTo(value);
				}
			});
			assertThat(ByteString.copyFrom((ours.payload() != null) ? ours.payload() : new byte[0]))
				.isEqualTo(official.getField(ProtobufFrames.field(8)));
		}
	}

	@Provide
	Arbitrary<Sample> samples() {
		Arbitrary<FrameHeader> header = Combinators.combine(text(), text()).as(FrameHeader::new);
		return Combinators
			.combine(Arbitraries.longs(), Arbitraries.longs(), Arbitraries.integers(), Arbitraries.integers(),
					header.list().ofMaxSize(10), Arbitraries.bytes().array(byte[].class).ofMaxSize(300).injectNull(0.2))
			.as(Sample::new);
	}

	@Provide
	Arbitrary<List<int[]>> changes() {
		return Arbitraries.integers().between(0, 1000).array(int[].class).ofSize(2).list().ofMinSize(1).ofMaxSize(4);
	}

	private static Arbitrary<String> text() {
		return Arbitraries.strings().withCharRange(' ', '~').withChars("你好é").ofMaxLength(20);
	}

	private static @Nullable DynamicMessage parsed(byte[] bytes) {
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

	/**
	 * Values of a frame.
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Sample(long sequence, long logId, int service, int method, List<FrameHeader> headers,
			byte @Nullable [] payload) {

		Frame frame() {
			return new Frame(this.sequence, this.logId, this.service, this.method,
					FrameHeaders.of(this.headers.toArray(FrameHeader[]::new)), new byte[0], this.payload, new byte[0]);
		}

		DynamicMessage message() {
			return ProtobufFrames.frame(this.sequence, this.logId, this.service, this.method, this.headers,
					this.payload);
		}

	}

}
