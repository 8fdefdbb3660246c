package io.ephemeral.feishu.card.json;

import java.util.LinkedHashMap;
import java.util.Map;

import io.ephemeral.feishu.card.rule.CardRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;

/**
 * Type of words that are constants of an enum.
 */
final class WordType extends PropertyType {

	private final Map<String, Object> constants = new LinkedHashMap<>();

	/** Words by the ordinals of their constants, which do not leave the process. */
	private final SerializableString[] words;

	WordType(Class<?> type) {
		for (Object constant : type.getEnumConstants()) {
			this.constants.put(CardMapper.INSTANCE.valueToTree(constant).asString(), constant);
		}
		this.words = this.constants.keySet().stream().map(SerializedString::new).toArray(SerializableString[]::new);
	}

	@Override
	@Nullable Object read(JsonNode json, Reading reading) {
		Object value = this.constants.get(json.asString(""));
		if (value == null) {
			reading.mismatch(json.isContainer() ? CardRule.WRONG_STRUCTURE : CardRule.INVALID_VALUE,
					"must be one of " + this.constants.keySet());
		}
		return value;
	}

	@Override
	void write(Object value, JsonGenerator generator) {
		generator.writeString(word(value));
	}

	@Override
	String nameOf(Object value) {
		return word(value).getValue();
	}

	@SuppressWarnings("EnumOrdinal")
	private SerializableString word(Object value) {
		return this.words[((Enum<?>) value).ordinal()];
	}

}
