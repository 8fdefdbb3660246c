package io.ephemeral.feishu.card;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ephemeral.feishu.card.element.MarkdownText;
import io.ephemeral.feishu.card.json.CardMapper;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

import org.springframework.web.util.UriUtils;

/**
 * Replacement of the placeholders of a card. A value changes only the string that
 * contains its placeholder.
 */
final class CardFiller {

	private static final Set<String> MARKDOWN = Set.of("markdown", "lark_md");

	/**
	 * Mapper for the values of whole rows, which distinguishes Markdown from other text.
	 */
	private static final JsonMapper ROWS = CardMapper.INSTANCE.rebuild()
		.addModule(new SimpleModule().addSerializer(MarkdownText.class, new EmbeddingSerializer()))
		.build();

	/** Properties that may contain Markdown; the last one is of the 1.0 structure. */
	private static final Set<String> CONTENTS = Set.of("content", "i18n_content", "i18n");

	private final Pattern placeholder;

	/**
	 * Creates a filler for one syntax of placeholders.
	 * @param placeholder pattern with the name of a placeholder as the first group; a
	 * match without that group is written as <code>${</code>
	 */
	CardFiller(Pattern placeholder) {
		this.placeholder = placeholder;
	}

	JsonNode fill(JsonNode card, Values values) {
		return fill(card, new Spot(Place.ELSEWHERE, "", "", false), values);
	}

	private JsonNode fill(JsonNode node, Spot spot, Values values) {
		if (node.isString()) {
			return fill(node.stringValue(), spot, values);
		}
		if (node.isArray()) {
			var filled = CardMapper.INSTANCE.createArrayNode();
			node.forEach((element) -> filled.add(fill(element, spot, values)));
			return filled;
		}
		if (!node.isObject()) {
			return node;
		}
		ObjectNode filled = CardMapper.INSTANCE.createObjectNode();
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			filled.set(property.getKey(), property.getKey().equals("rows") ? fillRows(node, property.getValue(), values)
					: fill(property.getValue(), spot.of(node, property.getKey()), values));
		}
		values.finish(node, filled);
		return filled;
	}

	/** Fills the rows of a table. The cells of a Markdown column are Markdown. */
	private JsonNode fillRows(JsonNode table, JsonNode rows, Values values) {
		Set<String> markdown = new HashSet<>();
		JsonNode columns = fill(table.path("columns"), new Spot(Place.ELSEWHERE, "", "columns", false), values);
		for (JsonNode column : columns) {
			if (MARKDOWN.contains(column.path("data_type").asString(""))) {
				markdown.add(column.path("name").asString(""));
			}
		}
		if (!rows.isArray()) {
			return fillRow(rows, markdown, values);
		}
		var filled = CardMapper.INSTANCE.createArrayNode();
		rows.forEach((row) -> filled.add(fillRow(row, markdown, values)));
		return filled;
	}

	private JsonNode fillRow(JsonNode row, Set<String> markdown, Values values) {
		if (!row.isObject()) {
			return escapeCells(fill(row, new Spot(Place.ROWS, "table", "rows", false), values), markdown, false);
		}
		ObjectNode cells = CardMapper.INSTANCE.createObjectNode();
		row.properties()
			.forEach((cell) -> cells.set(cell.getKey(),
					fill(cell.getValue(), new Spot(markdown.contains(cell.getKey()) ? Place.MARKDOWN : Place.ELSEWHERE,
							"table", cell.getKey(), false), values)));
		return cells;
	}

	/** Escapes the Markdown cells of rows that are the value of a placeholder. */
	private static JsonNode escapeCells(JsonNode node, Set<String> columns, boolean markdown) {
		if (node instanceof POJONode embedded && embedded.getPojo() instanceof MarkdownText text) {
			return CardMapper.text(text.value());
		}
		if (node.isArray()) {
			var escaped = CardMapper.INSTANCE.createArrayNode();
			node.forEach((element) -> escaped.add(escapeCells(element, columns, markdown)));
			return escaped;
		}
		if (node.isObject()) {
			ObjectNode escaped = CardMapper.INSTANCE.createObjectNode();
			node.properties()
				.forEach((property) -> escaped.set(property.getKey(),
						escapeCells(property.getValue(), columns, markdown || columns.contains(property.getKey()))));
			return escaped;
		}
		return (markdown && node.isString()) ? CardMapper.text(MarkdownText.escape(node.stringValue())) : node;
	}

	private JsonNode fill(String text, Spot spot, Values values) {
		if (!text.contains("${")) {
			return CardMapper.text(text);
		}
		Matcher matcher = this.placeholder.matcher(text);
		if (spot.place().takesAnything() && matcher.matches() && matcher.group(1) != null) {
			Object value = values.at(spot.whole(), matcher.group(1));
			return ((spot.place() == Place.ROWS) ? ROWS : CardMapper.INSTANCE).valueToTree(value);
		}
		matcher.reset();
		return CardMapper.text(matcher.replaceAll((match) -> Matcher.quoteReplacement(
				(match.group(1) == null) ? "${" : spot.place().put(values.at(spot, match.group(1)), text, match))));
	}

	/** Values of the placeholders. */
	@FunctionalInterface
	interface Values {

		/**
		 * Returns the value of a placeholder.
		 * @param spot position of the placeholder
		 * @param name name of the placeholder
		 * @return text or {@link MarkdownText}; any value that can be written as JSON if
		 * the placeholder is a whole string that may have another type
		 */
		Object at(Spot spot, String name);

		/**
		 * Completes an object after its properties are filled.
		 * @param template object with the placeholders
		 * @param filled object with the values, which this method can change
		 */
		default void finish(JsonNode template, ObjectNode filled) {
		}

	}

	/**
	 * Position of a string.
	 *
	 * @param place kind of the place
	 * @param tag tag of the object that contains the string; empty when absent
	 * @param property property of that object
	 * @param isWhole whether the whole string is a placeholder and may have another type
	 */
	record Spot(Place place, String tag, String property, boolean isWhole) {

		private Spot whole() {
			return new Spot(this.place, this.tag, this.property, true);
		}

		private Spot of(JsonNode object, String name) {
			String type = object.path("tag").asString("");
			return new Spot(place(type, name), type, name, false);
		}

		private Place place(String type, String name) {
			if (CONTENTS.contains(name)) {
				return MARKDOWN.contains(type) ? Place.MARKDOWN : Place.TEXT;
			}
			return name.endsWith("url") ? Place.LINK : (this.place == Place.LINK) ? Place.ELSEWHERE : this.place;
		}

	}

	/** Kind of a place, which determines how a value is inserted. */
	enum Place {

		MARKDOWN, TEXT, LINK, ROWS, ELSEWHERE;

		/** Returns whether a value of another type may replace a whole string. */
		boolean takesAnything() {
			return this != MARKDOWN && this != TEXT;
		}

		String put(Object value, String template, MatchResult placeholder) {
			boolean markdown = value instanceof MarkdownText;
			String text = (value instanceof MarkdownText written) ? written.value() : String.valueOf(value);
			return switch (this) {
				case MARKDOWN -> markdown ? text
						: isLine(template, placeholder) ? MarkdownText.escape(text) : MarkdownText.escapeLine(text);
				case LINK -> (placeholder.start() == 0) ? text : UriUtils.encode(text, StandardCharsets.UTF_8);
				default -> text;
			};
		}

		/**
		 * Returns whether a placeholder is a whole line. In any other line, a line end in
		 * the value would end the quotation, list item or heading.
		 */
		private static boolean isLine(String template, MatchResult placeholder) {
			return (placeholder.start() == 0 || isLineEnd(template.charAt(placeholder.start() - 1)))
					&& (placeholder.end() == template.length() || isLineEnd(template.charAt(placeholder.end())));
		}

		private static boolean isLineEnd(char character) {
			return character == '\n' || character == '\r';
		}

	}

	/** Serializer that keeps Markdown texts in a tree. */
	private static final class EmbeddingSerializer extends ValueSerializer<MarkdownText> {

		@Override
		public void serialize(MarkdownText text, JsonGenerator generator, SerializationContext context) {
			generator.writeEmbeddedObject(text);
		}

	}

}
