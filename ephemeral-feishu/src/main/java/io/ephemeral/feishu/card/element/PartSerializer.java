package io.ephemeral.feishu.card.element;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * Writes a part of a card. Most properties of most parts are absent, which costs
 * Jackson's own serializer more than all the others: with this one a typed card is
 * written as fast as the map of the same content.
 */
final class PartSerializer extends ValueSerializer<CardPart> {

	@Override
	public void serialize(CardPart part, JsonGenerator generator, SerializationContext context) {
		ValueWriter.PART.write(part, generator);
	}

	@Override
	public void serializeWithType(CardPart part, JsonGenerator generator, SerializationContext context,
			TypeSerializer type) {
		serialize(part, generator, context);
	}

}
