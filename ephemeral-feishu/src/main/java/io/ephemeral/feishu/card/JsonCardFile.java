package io.ephemeral.feishu.card;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * JSON file with a card and placeholders of this library.
 */
final class JsonCardFile implements CardFile {

	/** An escaped placeholder, or a placeholder with its name. */
	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z][A-Za-z0-9_]*)}");

	private static final CardFiller FILLER = new CardFiller(PLACEHOLDER);

	private final String description;

	private final JsonNode json;

	private final Set<String> names = new TreeSet<>();

	JsonCardFile(String description, JsonNode json) {
		this.description = description;
		this.json = json;
		checkPlaceholders(json);
		FILLER.fill(json, (spot, name) -> {
			this.names.add(name);
			return "";
		});
	}

	private static void checkPlaceholders(JsonNode node) {
		Assert.isTrue(!node.isString() || !PLACEHOLDER.matcher(node.stringValue()).replaceAll("").contains("${"),
				"A placeholder such as ${title} must have a name of letters, digits and underscores; write $${ if ${ is text");
		node.forEach(JsonCardFile::checkPlaceholders);
	}

	@Override
	public JsonNode fill(Map<String, ?> values) {
		Set<String> unused = new TreeSet<>(values.keySet());
		unused.removeAll(this.names);
		Assert.isTrue(unused.isEmpty(), () -> "The values " + unused + " match no placeholder of " + this.description);
		Set<String> missing = new TreeSet<>(this.names);
		missing.removeIf((name) -> values.get(name) != null);
		Assert.isTrue(missing.isEmpty(),
				() -> "The placeholders " + missing + " of " + this.description + " have no values");
		return FILLER.fill(this.json, (spot, name) -> Objects.requireNonNull(values.get(name)));
	}

	@Override
	public JsonNode preview(Map<String, ?> values) {
		return fill(values);
	}

}
