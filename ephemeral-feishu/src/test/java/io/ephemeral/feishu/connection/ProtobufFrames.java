package io.ephemeral.feishu.connection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import org.jspecify.annotations.Nullable;

/**
 * Frames of the official library of Protocol Buffers.
 */
final class ProtobufFrames {

	static final Descriptor FRAME = descriptor();

	private static final Descriptor HEADER = field(5).getMessageType();

	private ProtobufFrames() {
	}

	static FieldDescriptor field(int number) {
		return FRAME.findFieldByNumber(number);
	}

	static DynamicMessage frame(long sequence, long logId, int service, int method, List<FrameHeader> headers,
			byte @Nullable [] payload) {
		DynamicMessage.Builder frame = DynamicMessage.newBuilder(FRAME)
			.setField(field(1), sequence)
			.setField(field(2), logId)
			.setField(field(3), service)
			.setField(field(4), method);
		headers.forEach((header) -> frame.addRepeatedField(field(5),
				DynamicMessage.newBuilder(HEADER)
					.setField(HEADER.findFieldByNumber(1), header.key())
					.setField(HEADER.findFieldByNumber(2), header.value())
					.build()));
		return ((payload != null) ? frame.setField(field(8), ByteString.copyFrom(payload)) : frame).build();
	}

	/** Returns the first value of each header. */
	static Map<String, String> headers(DynamicMessage frame) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (int index = 0; index < frame.getRepeatedFieldCount(field(5)); index++) {
			DynamicMessage header = (DynamicMessage) frame.getRepeatedField(field(5), index);
			headers.putIfAbsent((String) header.getField(HEADER.findFieldByNumber(1)),
					(String) header.getField(HEADER.findFieldByNumber(2)));
		}
		return headers;
	}

	static String payload(DynamicMessage frame) {
		return ((ByteString) frame.getField(field(8))).toStringUtf8();
	}

	private static Descriptor descriptor() {
		DescriptorProto header = DescriptorProto.newBuilder()
			.setName("Header")
			.addField(required("key", 1, FieldDescriptorProto.Type.TYPE_STRING))
			.addField(required("value", 2, FieldDescriptorProto.Type.TYPE_STRING))
			.build();
		DescriptorProto frame = DescriptorProto.newBuilder()
			.setName("Frame")
			.addField(required("SeqID", 1, FieldDescriptorProto.Type.TYPE_UINT64))
			.addField(required("LogID", 2, FieldDescriptorProto.Type.TYPE_UINT64))
			.addField(required("service", 3, FieldDescriptorProto.Type.TYPE_INT32))
			.addField(required("method", 4, FieldDescriptorProto.Type.TYPE_INT32))
			.addField(required("headers", 5, FieldDescriptorProto.Type.TYPE_MESSAGE).toBuilder()
				.setLabel(FieldDescriptorProto.Label.LABEL_REPEATED)
				.setTypeName("Header"))
			.addField(optional("payload_encoding", 6, FieldDescriptorProto.Type.TYPE_STRING))
			.addField(optional("payload_type", 7, FieldDescriptorProto.Type.TYPE_STRING))
			.addField(optional("payload", 8, FieldDescriptorProto.Type.TYPE_BYTES))
			.addField(optional("LogIDNew", 9, FieldDescriptorProto.Type.TYPE_STRING))
			.build();
		try {
			return FileDescriptor
				.buildFrom(FileDescriptorProto.newBuilder()
					.setName("pbbp2.proto")
					.addMessageType(header)
					.addMessageType(frame)
					.build(), new FileDescriptor[0])
				.findMessageTypeByName("Frame");
		}
		catch (DescriptorValidationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static FieldDescriptorProto required(String name, int number, FieldDescriptorProto.Type type) {
		return optional(name, number, type).toBuilder().setLabel(FieldDescriptorProto.Label.LABEL_REQUIRED).build();
	}

	private static FieldDescriptorProto optional(String name, int number, FieldDescriptorProto.Type type) {
		return FieldDescriptorProto.newBuilder()
			.setName(name)
			.setNumber(number)
			.setType(type)
			.setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
			.build();
	}

}
