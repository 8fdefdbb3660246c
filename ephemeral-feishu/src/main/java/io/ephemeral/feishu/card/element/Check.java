package io.ephemeral.feishu.card.element;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checks of single properties. Absent values pass; what must be there is checked
 * first.
 */
final class Check {

	private static final Pattern ELEMENT_ID = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,19}");

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	/** Keeps a link from opening on one platform. */
	private static final String UNSUPPORTED = "lark://msgcard/unsupported_action";

	private Check() {
	}

	static void required(String property, @Nullable Object value) {
		that(value != null, property, "is required");
	}

	static void text(String property, String value) {
		that(!value.isBlank(), property, "must not be blank");
	}

	static void atMost(String property, @Nullable String value, int characters) {
		that(value == null || value.codePointCount(0, value.length()) <= characters, property,
				"must have at most " + characters + " characters");
	}

	static void atMost(String property, List<?> value, int size) {
		that(value.size() <= size, property, "must have at most " + size + " entries");
	}

	static void range(String property, @Nullable Integer value, int from, int to) {
		that(value == null || (value >= from && value <= to), property, "must be from " + from + " to " + to);
	}

	static void length(String property, @Nullable Length value, int from, int to, Length... words) {
		boolean valid = value == null || value.value().isEmpty() || List.of(words).contains(value)
				|| (value.inPixels() && value.number() >= from && value.number() <= to);
		if (!valid) {
			String pixels = (to == Integer.MAX_VALUE) ? from + "px or more" : "from " + from + "px to " + to + "px";
			String others = List.of(words).isEmpty() ? "" : List.of(words) + " or ";
			throw new InvalidPropertyException(property, "must be " + others + pixels);
		}
	}

	static void radius(String property, @Nullable Length value) {
		that(value == null || value.value().isEmpty() || value.inPixels() || value.inPercent(), property,
				"must be in px or %");
	}

	static void elementId(@Nullable String value) {
		that(value == null || ELEMENT_ID.matcher(value).matches(), "element_id",
				"must start with a letter and hold at most 20 letters, digits and underscores");
	}

	static void link(String property, @Nullable String value) {
		that(value == null || value.isEmpty() || value.equals(UNSUPPORTED) || hasWebScheme(value), property,
				"must be an http or https link");
	}

	private static boolean hasWebScheme(String link) {
		return link.regionMatches(true, 0, "https://", 0, 8) || link.regionMatches(true, 0, "http://", 0, 7);
	}

	static void that(boolean valid, String property, String expectation) {
		if (!valid) {
			throw new InvalidPropertyException(property, expectation);
		}
	}

	/**
	 * What Jackson writes for a value, as it is once it was read: a number has no Java
	 * type of its own then, so that a card equals the one that is read from its JSON.
	 */
	static JsonNode json(@Nullable Object value) {
		return MAPPER.readTree(MAPPER.writeValueAsString(value));
	}

	static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
		Map<K, V> changed = new LinkedHashMap<>(map);
		changed.put(key, value);
		return changed;
	}

	/** A copy that keeps the order. */
	static <K, V> Map<K, V> copy(Map<K, V> map) {
		return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
	}

}
