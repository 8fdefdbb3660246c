package io.ephemeral.feishu.card.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * Serializer of parts for every Jackson mapper. It writes a typed card as fast as a map
 * with the same content.
 */
public final class PartSerializer extends ValueSerializer<Object> {

	/**
	 * Creates a serializer. Jackson calls this constructor.
	 */
	public PartSerializer() {
	}

	@Override
	public void serialize(Object part, JsonGenerator generator, SerializationContext context) {
		PropertyTypes.of(part.getClass()).write(part, generator);
	}

	@Override
	public void serializeWithType(Object part, JsonGenerator generator, SerializationContext context,
			TypeSerializer type) {
		serialize(part, generator, context);
	}

}
