package io.ephemeral.feishu.card.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.source.Code.Call;
import io.ephemeral.feishu.card.source.Code.Chain;
import io.ephemeral.feishu.card.source.Code.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/**
 * JSON as Java source: maps, lists, texts and numbers, or the text of the JSON.
 */
final class JavaJson {

	/** Most entries for which the map has a factory method. */
	private static final int ENTRIES = 10;

	private JavaJson() {
	}

	/**
	 * Returns code for a value of any type.
	 * @return code for a map, list, text, number, boolean, null or JSON node
	 */
	static Code value(JsonNode json) {
		Code literal = json.isNull() ? Code.word("null") : literal(json);
		return (literal != null) ? literal : tree(json);
	}

	/** Returns code for a value; null if the value contains null. */
	static @Nullable Code literal(JsonNode json) {
		if (json.isObject()) {
			return map(json);
		}
		if (json.isArray()) {
			List<@Nullable Code> entries = json.values().stream().<@Nullable Code>map(JavaJson::literal).toList();
			return entries.contains(null) ? null : new Call("List.of", List.class, withoutNull(entries), null);
		}
		if (json.isNumber()) {
			return number(json);
		}
		return json.isNull() ? null : json.isString() ? new Text(json.stringValue()) : Code.word(json.asString());
	}

	private static @Nullable Code map(JsonNode json) {
		List<Code> arguments = new ArrayList<>();
		boolean isLarge = json.size() > ENTRIES;
		for (Map.Entry<String, JsonNode> entry : json.properties()) {
			Code value = literal(entry.getValue());
			if (value == null) {
				return null;
			}
			List<Code> pair = List.of(new Text(entry.getKey()), value);
			arguments.addAll(isLarge ? List.of(new Call("Map.entry", Map.class, pair, null)) : pair);
		}
		return new Call(isLarge ? "Map.ofEntries" : "Map.of", Map.class, arguments, null);
	}

	private static List<Code> withoutNull(List<@Nullable Code> codes) {
		List<Code> all = new ArrayList<>();
		codes.forEach((code) -> {
			if (code != null) {
				all.add(code);
			}
		});
		return all;
	}

	static Code number(JsonNode json) {
		if (!json.isIntegralNumber()) {
			return number(json.decimalValue());
		}
		if (json.canConvertToInt()) {
			return Code.word(json.asString());
		}
		return json.canConvertToLong() ? Code.word(json.asString() + "L")
				: new Call("new BigInteger", BigInteger.class, List.of(new Text(json.asString())), null);
	}

	static Code number(BigDecimal value) {
		double number = value.doubleValue();
		return (Double.isFinite(number) && BigDecimal.valueOf(number).compareTo(value) == 0)
				? Code.word(Double.toString(number))
				: new Call("new BigDecimal", BigDecimal.class, List.of(new Text(value.toString())), null);
	}

	/** Returns code that reads JSON from its text. */
	static Code tree(JsonNode json) {
		JsonNode object = json.isObject() ? json : CardMapper.INSTANCE.createObjectNode().set("value", json);
		Call parse = new Call("RawCard.parse", RawCard.class, List.of(new Text(text(object))), null);
		Call read = Code.call("json", List.of());
		return new Chain(parse,
				json.isObject() ? List.of(read) : List.of(read, Code.call("get", List.of(new Text("value")))));
	}

	/** Returns JSON as text of several lines. */
	static String text(JsonNode json) {
		return CardMapper.INSTANCE.writer()
			.with(SerializationFeature.INDENT_OUTPUT)
			.writeValueAsString(json)
			.replace("\r\n", "\n");
	}

}
