package io.ephemeral.feishu.autoconfigure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.ClassUtils;

/**
 * Tables of properties in a page, made from the metadata. The page decides the order of
 * the sections, and has the words for defaults that the metadata does not know.
 */
final class PropertyTable {

	private static final Pattern ROW = Pattern
		.compile("(?m)^\\| `(feishu\\.[a-z.-]+)` \\|(?: ([^|]+) | )\\| (.+) \\|\\n");

	private static final Pattern TABLE = Pattern.compile("(?:" + ROW.pattern() + ")+");

	private final Map<String, JsonNode> properties = new LinkedHashMap<>();

	/**
	 * Creates the tables.
	 * @param metadata content of {@code spring-configuration-metadata.json}
	 */
	PropertyTable(JsonNode metadata) {
		metadata.path("properties")
			.forEach((property) -> this.properties.put(property.path("name").asString(), property));
	}

	/**
	 * Returns the page with descriptions from the metadata.
	 * @throws IllegalStateException if no table has the group of a property
	 */
	String describe(String page) {
		return write(page, false);
	}

	/**
	 * Returns the translated page. Rows keep their descriptions; new ones are not
	 * translated.
	 */
	String describeTranslated(String page) {
		return write(page, true);
	}

	/** Returns the properties of the page, with their descriptions. */
	static Map<String, String> rows(String page) {
		return ROW.matcher(page)
			.results()
			.collect(Collectors.toMap((row) -> row.group(1), (row) -> row.group(3), (first, second) -> first,
					LinkedHashMap::new));
	}

	private String write(String page, boolean translated) {
		Set<String> missing = new LinkedHashSet<>(this.properties.keySet());
		missing.removeIf((name) -> !name.startsWith("feishu."));
		String written = TABLE.matcher(page).replaceAll((table) -> {
			String rows = rows(table.group(), translated);
			rows(rows).keySet().forEach(missing::remove);
			return Matcher.quoteReplacement(rows);
		});
		if (!missing.isEmpty()) {
			throw new IllegalStateException("Add a row to a table of the page for one of " + missing);
		}
		return written;
	}

	private String rows(String table, boolean translated) {
		Map<String, MatchResult> rows = ROW.matcher(table)
			.results()
			.collect(Collectors.toMap((row) -> row.group(1), (row) -> row, (first, second) -> first,
					LinkedHashMap::new));
		Set<String> groups = rows.keySet().stream().map(PropertyTable::group).collect(Collectors.toSet());
		return Stream.concat(rows.keySet().stream(), this.properties.keySet().stream())
			.distinct()
			.filter((name) -> this.properties.containsKey(name) && groups.contains(group(name)))
			.map((name) -> row(name, rows.get(name), translated))
			.collect(Collectors.joining());
	}

	/** The first two parts of the name, such as {@code feishu.redis}. */
	private static String group(String name) {
		return Stream.of(name.split("\\.")).limit(2).collect(Collectors.joining("."));
	}

	private String row(String name, @Nullable MatchResult present, boolean translated) {
		JsonNode standard = this.properties.get(name).path("defaultValue");
		String inWords = (present != null && present.group(2) != null) ? present.group(2) + " " : "";
		String shown = standard.isMissingNode() ? inWords : "`" + standard.asString() + "` ";
		String description = (translated && present != null) ? present.group(3) : description(name);
		return "| `" + name + "` | " + shown + "| " + description + " |\n";
	}

	private String description(String name) {
		JsonNode property = this.properties.get(name);
		String text = property.path("description").asString().replaceFirst("\\.$", "");
		String possible = values(property.path("type").asString());
		return possible.isEmpty() ? text : text + ": " + possible;
	}

	/** Returns the constants of an enum as they are written in a file. */
	private static String values(String type) {
		if (!ClassUtils.isPresent(type, null)) {
			return "";
		}
		Object[] constants = ClassUtils.resolveClassName(type, null).getEnumConstants();
		return (constants == null) ? "" : Stream.of(constants)
			.map((constant) -> "`" + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
			.collect(Collectors.joining(", "));
	}

}
