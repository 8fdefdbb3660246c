package io.ephemeral.feishu.simulator.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Message of a long connection.
 *
 * @param seqId unsigned number
 * @param logId unsigned number
 * @param service {@code service_id} of the connection
 * @param method {@link #CONTROL} or {@link #DATA}
 * @param rest fields that the protocol does not define, as they are on the wire
 */
record Frame(long seqId, long logId, int service, int method, List<Header> headers, @Nullable String payloadEncoding,
		@Nullable String payloadType, @Nullable ByteBuffer payload, @Nullable String logIdNew, ByteBuffer rest) {

	static final int CONTROL = 0;

	static final int DATA = 1;

	Frame {
		headers = List.copyOf(headers);
	}

	/**
	 * Creates a pong.
	 * @param payload configuration of the client; absent for a pong without one
	 */
	static Frame pong(int service, @Nullable String payload) {
		return new Frame(0, 0, service, CONTROL, List.of(new Header("type", "pong")), null, null,
				(payload != null) ? StandardCharsets.UTF_8.encode(payload) : null, null, nothing());
	}

	static Frame data(long seqId, long logId, int service, List<Header> headers, ByteBuffer payload) {
		return new Frame(seqId, logId, service, DATA, headers, null, null, payload, null, nothing());
	}

	private static ByteBuffer nothing() {
		return ByteBuffer.allocate(0);
	}

	/**
	 * Returns the same frame with a value in each optional field and in field 15, which
	 * the protocol does not define.
	 */
	Frame withEveryField() {
		ByteBuffer field15 = ByteBuffer.wrap(new byte[] { 0x7a, 0x01, 'x' });
		return new Frame(this.seqId, this.logId, this.service, this.method, this.headers, "identity", "json",
				this.payload, "log-" + Long.toUnsignedString(this.logId), field15);
	}

	/**
	 * Returns the first value of a header; empty without it.
	 */
	String header(String key) {
		return this.headers.stream()
			.filter((header) -> header.key().equals(key))
			.map(Header::value)
			.findFirst()
			.orElse("");
	}

	/**
	 * Returns the payload as text; empty without a payload.
	 */
	String text() {
		return (this.payload != null) ? StandardCharsets.UTF_8.decode(this.payload.duplicate()).toString() : "";
	}

	@Override
	public String toString() {
		return "Frame[" + header("type") + "]";
	}

	/**
	 * Header of a frame. A key may occur several times.
	 */
	record Header(String key, String value) {

	}

}
