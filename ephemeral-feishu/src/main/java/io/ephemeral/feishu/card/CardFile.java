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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * A card with placeholders.
 */
final class CardFile {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\$)?\\{([A-Za-z][A-Za-z0-9_]*)}");

	private static final Set<String> MARKDOWN = Set.of("markdown", "lark_md");

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
		return this.names.isEmpty() ? this.json : fill(this.json, Place.ELSEWHERE, values::get);
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
		if (property.equals("content") || property.equals("i18n_content")) {
			return MARKDOWN.contains(parent.path("tag").asString("")) ? Place.MARKDOWN : Place.TEXT;
		}
		return property.endsWith("url") ? Place.LINK : (around == Place.LINK) ? Place.ELSEWHERE : around;
	}

	/** Cells of a table are Markdown if their column is. */
	private static JsonNode fillRows(JsonNode table, JsonNode rows, Function<String, @Nullable Object> values) {
		Set<String> markdown = new HashSet<>();
		for (JsonNode column : table.path("columns")) {
			if (MARKDOWN.contains(column.path("data_type").asString(""))) {
				markdown.add(column.path("name").asString(""));
			}
		}
		var filled = CardMapper.INSTANCE.createArrayNode();
		for (JsonNode row : rows) {
			ObjectNode cells = filled.addObject();
			row.properties()
				.forEach((cell) -> cells.set(cell.getKey(), fill(cell.getValue(),
						markdown.contains(cell.getKey()) ? Place.MARKDOWN : Place.ELSEWHERE, values)));
		}
		return filled;
	}

	private static JsonNode fill(String text, Place place, Function<String, @Nullable Object> values) {
		if (!text.contains("${")) {
			return CardMapper.text(text);
		}
		Matcher matcher = PLACEHOLDER.matcher(text);
		if (matcher.matches() && matcher.group(1) == null && (place == Place.ELSEWHERE || place == Place.LINK)) {
			return CardMapper.INSTANCE.valueToTree(values.apply(matcher.group(2)));
		}
		matcher.reset();
		return CardMapper.text(matcher.replaceAll((match) -> Matcher.quoteReplacement(
				(match.group(1) != null) ? match.group().substring(1) : place.put(values.apply(match.group(2))))));
	}

	/** Where a placeholder is, which says how a value gets there. */
	private enum Place {

		MARKDOWN, TEXT, LINK, ELSEWHERE;

		String put(@Nullable Object value) {
			if (value instanceof MarkdownText markdown) {
				return markdown.value();
			}
			String text = String.valueOf(value);
			return switch (this) {
				case MARKDOWN -> MarkdownText.escape(text);
				case LINK -> UriUtils.encode(text, StandardCharsets.UTF_8);
				default -> text;
			};
		}

	}

}
