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
 * Replaces the placeholders of a card. A value changes nothing but the string in which
 * its placeholder is.
 */
final class CardFiller {

	private static final Set<String> MARKDOWN = Set.of("markdown", "lark_md");

	/** Values of whole rows, in which Markdown must be distinguished from other text. */
	private static final JsonMapper ROWS = CardMapper.INSTANCE.rebuild()
		.addModule(new SimpleModule().addSerializer(MarkdownText.class, new EmbeddingSerializer()))
		.build();

	/** What may be Markdown; the last one in the 1.0 structure. */
	private static final Set<String> CONTENTS = Set.of("content", "i18n_content", "i18n");

	private final Pattern placeholder;

	/**
	 * Fills placeholders of one syntax.
	 * @param placeholder a placeholder with its name as the first group, or, without that
	 * group, what stands for <code>${</code>
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

	/** Cells of a table are Markdown if their column is. */
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

	/** Returns the cells of rows that are values as a whole. */
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

	/** What the placeholders stand for. */
	@FunctionalInterface
	interface Values {

		/**
		 * The value of a placeholder.
		 * @param spot where the placeholder is
		 * @param name its name
		 * @return text or {@link MarkdownText}; anything that is written as JSON if the
		 * placeholder is the whole of a string that may be something else
		 */
		Object at(Spot spot, String name);

		/**
		 * Completes an object once its properties are filled.
		 * @param template the object with its placeholders
		 * @param filled the object without them, to be changed
		 */
		default void finish(JsonNode template, ObjectNode filled) {
		}

	}

	/**
	 * Where a string is.
	 *
	 * @param place what a value becomes there
	 * @param tag of the object around it, empty without
	 * @param property of that object
	 * @param isWhole whether the string is a placeholder and may be something else
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

	/** Kind of place, which decides how a value gets there. */
	enum Place {

		MARKDOWN, TEXT, LINK, ROWS, ELSEWHERE;

		/** Returns whether a whole string may become something else. */
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
		 * Returns whether a placeholder is a whole line. Otherwise a line end in its
		 * value would end what the line is, such as a quotation, a list item or a
		 * heading.
		 */
		private static boolean isLine(String template, MatchResult placeholder) {
			return (placeholder.start() == 0 || isLineEnd(template.charAt(placeholder.start() - 1)))
					&& (placeholder.end() == template.length() || isLineEnd(template.charAt(placeholder.end())));
		}

		private static boolean isLineEnd(char character) {
			return character == '\n' || character == '\r';
		}

	}

	/** Keeps Markdown as it is within a tree. */
	private static final class EmbeddingSerializer extends ValueSerializer<MarkdownText> {

		@Override
		public void serialize(MarkdownText text, JsonGenerator generator, SerializationContext context) {
			generator.writeEmbeddedObject(text);
		}

	}

}
