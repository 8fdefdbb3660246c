package io.ephemeral.feishu.simulator.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.ephemeral.feishu.simulator.tenant.Ids;

/**
 * Message to the application, with its way over the wire.
 *
 * @param payload JSON, or any other text
 * @param type header {@code type}
 * @param parts number of parts; 0 for as many as the size requires
 * @param order indexes of the parts in the order of sending; empty for all of them in
 * order
 * @param seqId number of the first frame; 0 for the next one
 * @param everyField whether the optional fields and an unknown one have a value
 * @param fragments number of WebSocket fragments of each frame
 */
public record Push(String payload, String type, int parts, List<Integer> order, long seqId, boolean everyField,
		int fragments) {

	public Push(String payload) {
		this(payload, "event", 0, List.of(), 0, false, 1);
	}

	/**
	 * Creates the frames of this message.
	 * @param maxBytes largest size of a part, unless the number of parts is set
	 */
	List<Frame> frames(String messageId, long nextSeqId, int service, long timestamp, int maxBytes) {
		byte[] bytes = this.payload.getBytes(StandardCharsets.UTF_8);
		int sum = (this.parts > 0) ? this.parts : Math.max(1, (bytes.length + maxBytes - 1) / maxBytes);
		List<Integer> sending = this.order.isEmpty() ? IntStream.range(0, sum).boxed().toList() : this.order;
		String traceId = Ids.random();
		List<Frame> frames = new ArrayList<>();
		for (int seq : sending) {
			long number = ((this.seqId != 0) ? this.seqId : nextSeqId) + frames.size();
			Frame frame = Frame.data(number, nextSeqId, service, headers(messageId, sum, seq, traceId, timestamp),
					part(bytes, sum, seq));
			frames.add(this.everyField ? frame.withEveryField() : frame);
		}
		return frames;
	}

	private List<Frame.Header> headers(String messageId, int sum, int seq, String traceId, long timestamp) {
		return List.of(new Frame.Header("type", this.type), new Frame.Header("message_id", messageId),
				new Frame.Header("sum", Integer.toString(sum)), new Frame.Header("seq", Integer.toString(seq)),
				new Frame.Header("trace_id", traceId), new Frame.Header("timestamp", Long.toString(timestamp)),
				new Frame.Header("instance_id", Ids.of(messageId)));
	}

	/** Cuts by bytes, perhaps within a character. */
	private static ByteBuffer part(byte[] bytes, int sum, int seq) {
		int start = (int) ((long) bytes.length * seq / sum);
		int end = (int) ((long) bytes.length * (seq + 1) / sum);
		return ByteBuffer.wrap(bytes, start, end - start).slice();
	}

	@Override
	public String toString() {
		return "Push[" + this.type + "]";
	}

}
