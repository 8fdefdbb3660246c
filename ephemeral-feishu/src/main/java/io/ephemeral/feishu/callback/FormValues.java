package io.ephemeral.feishu.callback;

import java.util.stream.Stream;

import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.callback.json.WrittenJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Values of components in the shapes that clients send: one or many, as text or array,
 * and several shapes for an empty field.
 */
final class FormValues {

	private FormValues() {
	}

	/**
	 * Reads the values of a form.
	 * @return an object; a missing node if there is none
	 */
	static JsonNode of(JsonNode formValue) {
		JsonNode values = WrittenJson.read(formValue);
		return values.isObject() ? values : MissingNode.getInstance();
	}

	/** Returns the fields with a value, with numbers as texts. */
	static ObjectNode filled(JsonNode values) {
		ObjectNode filled = CallbackMapper.INSTANCE.createObjectNode();
		values.properties().forEach((field) -> {
			JsonNode value = filledValue(field.getValue());
			if (!isEmpty(value)) {
				filled.set(field.getKey(), value);
			}
		});
		return filled;
	}

	private static JsonNode filledValue(JsonNode value) {
		if (value.isNumber()) {
			return StringNode.valueOf(value.asString());
		}
		if (!value.isArray()) {
			return value;
		}
		ArrayNode array = CallbackMapper.INSTANCE.createArrayNode();
		value.valueStream().map(FormValues::filledValue).filter((item) -> !isEmpty(item)).forEach(array::add);
		return array;
	}

	private static boolean isEmpty(JsonNode value) {
		return value.isNull() || (value.isString() && value.stringValue().isEmpty())
				|| (value.isArray() && value.isEmpty());
	}

	/** Returns the same fields, with nested lists joined to one list. */
	static ObjectNode flat(ObjectNode values) {
		ObjectNode flat = CallbackMapper.INSTANCE.createObjectNode();
		values.properties().forEach((field) -> {
			JsonNode value = field.getValue();
			if (value.isArray()) {
				ArrayNode array = CallbackMapper.INSTANCE.createArrayNode();
				items(value).forEach(array::add);
				value = array;
			}
			flat.set(field.getKey(), value);
		});
		return flat;
	}

	/**
	 * Returns the texts of a node that is one text or nested lists of texts, without
	 * blank ones.
	 */
	static Stream<String> texts(JsonNode node) {
		return items(node).map((item) -> item.asString("")).filter((text) -> !text.isBlank());
	}

	private static Stream<JsonNode> items(JsonNode node) {
		return node.isArray() ? node.valueStream().flatMap(FormValues::items) : Stream.of(node);
	}

}
