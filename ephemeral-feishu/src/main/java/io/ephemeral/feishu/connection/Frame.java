package io.ephemeral.feishu.connection;

import java.util.List;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * Content of one binary WebSocket message. The official SDKs define it as a Protocol
 * Buffers message.
 *
 * @param sequence unsigned number; 0 in control frames
 * @param logId unsigned number for the platform's logs; 0 in control frames
 * @param service the {@code service_id} of the connection's URL
 * @param method {@link #CONTROL}, {@link #DATA}, or a method that is not known yet
 * @param headers the headers
 * @param earlierFields fields without a name here whose numbers are below that of the
 * payload, as encoded
 * @param payload the payload; null if absent
 * @param laterFields fields without a name here whose numbers are above that of the
 * payload, as encoded
 */
@SuppressWarnings("ArrayRecordComponent")
record Frame(long sequence, long logId, int service, int method, FrameHeaders headers, byte[] earlierFields,
		byte @Nullable [] payload, byte[] laterFields) {

	static final int CONTROL = 0;

	static final int DATA = 1;

	/** Estimated memory of a frame with the platform's own headers. */
	private static final int OVERHEAD = 512;

	private static final byte[] NONE = {};

	/** Encoded headers of the usual times. */
	private static final List<byte[]> SHORT_TIMES = LongStream.range(0, 10).mapToObj(Frame::time).toList();

	private static final FrameHeaders PING = FrameHeaders.of(new FrameHeader("type", "ping"));

	/**
	 * Creates a ping.
	 * @param service the {@code service_id} of the connection's URL
	 */
	static Frame ping(int service) {
		return new Frame(0, 0, service, CONTROL, PING, NONE, null, NONE);
	}

	/** Returns the first value of a header, or an empty string. */
	String header(String key) {
		return this.headers.first(key);
	}

	/**
	 * Creates the acknowledgement of this frame. The platform finds the request by the
	 * headers, so that it contains all of them.
	 * @param payload payload of the acknowledgement
	 * @param millis time since the arrival
	 */
	Frame acknowledgement(byte[] payload, long millis) {
		FrameHeaders headers = this.headers
			.and((millis < SHORT_TIMES.size()) ? SHORT_TIMES.get((int) millis) : time(millis));
		return new Frame(this.sequence, this.logId, this.service, this.method, headers, this.earlierFields, payload,
				this.laterFields);
	}

	private static byte[] time(long millis) {
		return FrameWriter.write(new FrameHeader("biz_rt", Long.toString(millis)));
	}

	/** Estimates the memory of everything but the payload. */
	int overhead() {
		return OVERHEAD + this.headers.encoded().length + this.earlierFields.length + this.laterFields.length;
	}

	/** Without the payload and the values of the headers. */
	@Override
	public String toString() {
		return "Frame[" + header("type") + "]";
	}

}
