package io.ephemeral.feishu.simulator.connection;

import java.util.Random;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;

/**
 * Frames by the official library for Protocol Buffers.
 */
final class ProtobufFrames {

	private final Descriptor frame;

	private final Descriptor header;

	ProtobufFrames() {
		DescriptorProto headerType = DescriptorProto.newBuilder()
			.setName("Header")
			.addField(field(1, "key", FieldDescriptorProto.Type.TYPE_STRING, FieldDescriptorProto.Label.LABEL_REQUIRED))
			.addField(
					field(2, "value", FieldDescriptorProto.Type.TYPE_STRING, FieldDescriptorProto.Label.LABEL_REQUIRED))
			.build();
		DescriptorProto frameType = DescriptorProto.newBuilder()
			.setName("Frame")
			.addField(
					field(1, "SeqID", FieldDescriptorProto.Type.TYPE_UINT64, FieldDescriptorProto.Label.LABEL_REQUIRED))
			.addField(
					field(2, "LogID", FieldDescriptorProto.Type.TYPE_UINT64, FieldDescriptorProto.Label.LABEL_REQUIRED))
			.addField(field(3, "service", FieldDescriptorProto.Type.TYPE_INT32,
					FieldDescriptorProto.Label.LABEL_REQUIRED))
			.addField(
					field(4, "method", FieldDescriptorProto.Type.TYPE_INT32, FieldDescriptorProto.Label.LABEL_REQUIRED))
			.addField(field(5, "headers", FieldDescriptorProto.Type.TYPE_MESSAGE,
					FieldDescriptorProto.Label.LABEL_REPEATED)
				.toBuilder()
				.setTypeName("Header"))
			.addField(field(6, "payload_encoding", FieldDescriptorProto.Type.TYPE_STRING,
					FieldDescriptorProto.Label.LABEL_OPTIONAL))
			.addField(field(7, "payload_type", FieldDescriptorProto.Type.TYPE_STRING,
					FieldDescriptorProto.Label.LABEL_OPTIONAL))
			.addField(field(8, "payload", FieldDescriptorProto.Type.TYPE_BYTES,
					FieldDescriptorProto.Label.LABEL_OPTIONAL))
			.addField(field(9, "LogIDNew", FieldDescriptorProto.Type.TYPE_STRING,
					FieldDescriptorProto.Label.LABEL_OPTIONAL))
			.build();
		try {
			FileDescriptor file = FileDescriptor.buildFrom(FileDescriptorProto.newBuilder()
				.setName("frames.proto")
				.addMessageType(headerType)
				.addMessageType(frameType)
				.build(), new FileDescriptor[0]);
			this.frame = file.findMessageTypeByName("Frame");
			this.header = file.findMessageTypeByName("Header");
		}
		catch (DescriptorValidationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static FieldDescriptorProto field(int number, String name, FieldDescriptorProto.Type type,
			FieldDescriptorProto.Label label) {
		return FieldDescriptorProto.newBuilder().setNumber(number).setName(name).setType(type).setLabel(label).build();
	}

	DynamicMessage parse(byte[] bytes) {
		try {
			return DynamicMessage.parseFrom(this.frame, bytes);
		}
		catch (InvalidProtocolBufferException ex) {
			throw new IllegalStateException(ex);
		}
	}

	byte[] random(Random random) {
		DynamicMessage.Builder message = DynamicMessage.newBuilder(this.frame);
		set(message, 1, random.nextLong());
		set(message, 2, random.nextLong() >>> random.nextInt(64));
		set(message, 3, random.nextInt());
		set(message, 4, random.nextInt(2));
		for (int i = random.nextInt(4); i > 0; i--) {
			DynamicMessage.Builder entry = DynamicMessage.newBuilder(this.header);
			entry.setField(this.header.findFieldByNumber(1), text(random));
			entry.setField(this.header.findFieldByNumber(2), text(random));
			message.addRepeatedField(this.frame.findFieldByNumber(5), entry.build());
		}
		for (int field : new int[] { 6, 7, 9 }) {
			if (random.nextBoolean()) {
				set(message, field, text(random));
			}
		}
		if (random.nextBoolean()) {
			byte[] payload = new byte[random.nextInt(300)];
			random.nextBytes(payload);
			set(message, 8, ByteString.copyFrom(payload));
		}
		return message.build().toByteArray();
	}

	private void set(DynamicMessage.Builder message, int field, Object value) {
		message.setField(this.frame.findFieldByNumber(field), value);
	}

	private static String text(Random random) {
		return random.ints(random.nextInt(20), 1, 0xd800)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
