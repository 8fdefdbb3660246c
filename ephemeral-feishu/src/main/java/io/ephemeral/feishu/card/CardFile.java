package io.ephemeral.feishu.card;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ephemeral.feishu.card.element.MarkdownText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * A card with placeholders.
 */
final class CardFile {

	/** A literal, or a placeholder with its name. */
	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z][A-Za-z0-9_]*)}");

	private static final Set<String> MARKDOWN = Set.of("markdown", "lark_md");

	/** Values of whole rows, in which Markdown is to be told from other text. */
	private static final JsonMapper ROWS = CardMapper.INSTANCE.rebuild()
		.addModule(new SimpleModule().addSerializer(MarkdownText.class, new EmbeddingSerializer()))
		.build();

	/** What may be Markdown; the last one in the 1.0 structure. */
	private static final Set<String> CONTENTS = Set.of("content", "i18n_content", "i18n");

	private final String description;

	private final JsonNode json;

	private final Set<String> names = new TreeSet<>();

	CardFile(String description, JsonNode json) {
		this.description = description;
		this.json = json;
		fill(json, Place.ELSEWHERE, (name) -> {
			this.names.add(name);
			return "";
		});
	}

	JsonNode fill(Map<String, ?> values) {
		Set<String> unused = new TreeSet<>(values.keySet());
		unused.removeAll(this.names);
		Assert.isTrue(unused.isEmpty(), () -> "There is no placeholder for " + unused + " in " + this.description);
		Set<String> missing = new TreeSet<>(this.names);
		missing.removeIf((name) -> values.get(name) != null);
		Assert.isTrue(missing.isEmpty(), () -> "There is no value for " + missing + " of " + this.description);
		return fill(this.json, Place.ELSEWHERE, values::get);
	}

	private static JsonNode fill(JsonNode node, Place place, Function<String, @Nullable Object> values) {
		if (node.isString()) {
			return fill(node.stringValue(), place, values);
		}
		if (node.isArray()) {
			var filled = CardMapper.INSTANCE.createArrayNode();
			node.forEach((element) -> filled.add(fill(element, place, values)));
			return filled;
		}
		if (!node.isObject()) {
			return node;
		}
		ObjectNode filled = CardMapper.INSTANCE.createObjectNode();
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			filled.set(property.getKey(), property.getKey().equals("rows") ? fillRows(node, property.getValue(), values)
					: fill(property.getValue(), place(node, property.getKey(), place), values));
		}
		return filled;
	}

	private static Place place(JsonNode parent, String property, Place around) {
		if (CONTENTS.contains(property)) {
			return MARKDOWN.contains(parent.path("tag").asString("")) ? Place.MARKDOWN : Place.TEXT;
		}
		return property.endsWith("url") ? Place.LINK : (around == Place.LINK) ? Place.ELSEWHERE : around;
	}

	/** Cells of a table are Markdown if their column is. */
	private static JsonNode fillRows(JsonNode table, JsonNode rows, Function<String, @Nullable Object> values) {
		Set<String> markdown = new HashSet<>();
		for (JsonNode column : fill(table.path("columns"), Place.ELSEWHERE, values)) {
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

	private static JsonNode fillRow(JsonNode row, Set<String> markdown, Function<String, @Nullable Object> values) {
		if (!row.isObject()) {
			return escapeCells(fill(row, Place.ROWS, values), markdown, false);
		}
		ObjectNode cells = CardMapper.INSTANCE.createObjectNode();
		row.properties()
			.forEach((cell) -> cells.set(cell.getKey(), fill(cell.getValue(),
					markdown.contains(cell.getKey()) ? Place.MARKDOWN : Place.ELSEWHERE, values)));
		return cells;
	}

	/** The cells of rows that are values as a whole. */
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

	private static JsonNode fill(String text, Place place, Function<String, @Nullable Object> values) {
		if (!text.contains("${")) {
			return CardMapper.text(text);
		}
		Matcher matcher = PLACEHOLDER.matcher(text);
		Assert.isTrue(!matcher.replaceAll("").contains("${"),
				"A placeholder is a name of letters, digits and underscores, such as ${title}; for other text write $${");
		matcher.reset();
		if (place.takesAnything() && matcher.matches() && matcher.group(1) != null) {
			return ((place == Place.ROWS) ? ROWS : CardMapper.INSTANCE).valueToTree(values.apply(matcher.group(1)));
		}
		matcher.reset();
		return CardMapper.text(matcher.replaceAll((match) -> Matcher.quoteReplacement(
				(match.group(1) == null) ? "${" : place.put(values.apply(match.group(1)), match.start()))));
	}

	/** Where a placeholder is, which says how a value gets there. */
	private enum Place {

		MARKDOWN, TEXT, LINK, ROWS, ELSEWHERE;

		/** Whether a whole string may become something else. */
		boolean takesAnything() {
			return this != MARKDOWN && this != TEXT;
		}

		String put(@Nullable Object value, int position) {
			boolean markdown = value instanceof MarkdownText;
			String text = (value instanceof MarkdownText written) ? written.value() : String.valueOf(value);
			return switch (this) {
				case MARKDOWN -> markdown ? text : MarkdownText.escape(text);
				case LINK -> (position == 0) ? text : UriUtils.encode(text, StandardCharsets.UTF_8);
				default -> text;
			};
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
