package io.ephemeral.feishu.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.ephemeral.feishu.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Values of a component of a record, and what a client in Shanghai sends for them.
 */
final class FormValue {

	static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	/** Time at which the constraints are checked. */
	static final ZonedDateTime NOW = ZonedDateTime.of(2026, 7, 1, 12, 0, 0, 0, ZONE);

	private static final List<String> TEXTS = List.of("a", "ab", "noodles", "ada@example.org", "12", "-3", "0", "7.5",
			"007", " ", "  padded  ", "two\nlines", "tab\t", "\"quoted\"", "C:\\temp", "<b>bold</b> & more", "**bold**",
			"{\"a\": 1}", "[1, 2]", "[\"a\"]", "null", "true", "日本語", "\uD834\uDD1E", "x".repeat(100), "y".repeat(101),
			"z".repeat(999));

	private static final List<String> WHOLE = List.of("-128", "-100", "-13", "-12", "-1", "0", "1", "9", "10", "12",
			"13", "99", "100", "127");

	private static final Map<Class<?>, Function<String, Object>> NUMBERS = Map.of(Byte.class, Byte::valueOf,
			Short.class, Short::valueOf, Integer.class, Integer::valueOf, Long.class, Long::valueOf, BigInteger.class,
			BigInteger::new, Float.class, Float::valueOf, Double.class, Double::valueOf, BigDecimal.class,
			BigDecimal::new);

	private static final Set<Class<?>> DECIMAL = Set.of(Float.class, Double.class, BigDecimal.class);

	private static final List<LocalDateTime> TIMES = Stream
		.of("2026-07-01T12:00", "2026-07-01T11:59", "2026-07-01T12:01", "2026-06-30T23:59", "2026-07-02T00:00",
				"1999-12-31T18:30", "2099-02-28T09:05")
		.map(LocalDateTime::parse)
		.toList();

	private FormValue() {
	}

	/** Returns values that come back as they are, and perhaps null. */
	static List<Object> of(ResolvableType type) {
		Class<?> raw = type.toClass();
		if (raw == Optional.class) {
			List<Object> values = new ArrayList<>(of(type.getGeneric()));
			values.removeIf((value) -> value == null || value.equals(List.of()) || value.equals(Set.of()));
			values.replaceAll(Optional::of);
			if (type.getGeneric().toClass() != Boolean.class) {
				values.add(Optional.empty());
			}
			return values;
		}
		if (raw == List.class || raw == Set.class) {
			return several(raw, ofOne(type.getGeneric().toClass()));
		}
		List<Object> values = new ArrayList<>(ofOne(ClassUtils.resolvePrimitiveIfNecessary(raw)));
		if (!raw.isPrimitive() && raw != Boolean.class) {
			values.add(null);
		}
		return values;
	}

	private static List<Object> several(Class<?> type, List<?> items) {
		return Stream.of(List.of(), items.subList(0, 1), List.of(items.get(1), items.get(0)), items)
			.<Object>map((several) -> (type == Set.class) ? new LinkedHashSet<>(several) : several)
			.toList();
	}

	private static List<?> ofOne(Class<?> type) {
		if (type == String.class) {
			return TEXTS;
		}
		if (type == Boolean.class) {
			return List.of(true, false);
		}
		if (type.isEnum()) {
			return Arrays.asList(type.getEnumConstants());
		}
		if (Viewer.class.isAssignableFrom(type)) {
			return Stream.of("ou_a", "ou_b", "ou_c").map(Viewer::openId).toList();
		}
		return NUMBERS.containsKey(type) ? numbers(type) : TIMES.stream().map((time) -> time(type, time)).toList();
	}

	private static List<Object> numbers(Class<?> type) {
		Stream<String> digits = DECIMAL.contains(type)
				? Stream.concat(WHOLE.stream(), Stream.of("0.5", "-0.5", "1.25", "12.5", "1234567.5", "0.001"))
				: WHOLE.stream();
		return digits.map(NUMBERS.get(type)).toList();
	}

	private static Object time(Class<?> type, LocalDateTime time) {
		if (type == LocalDate.class) {
			return time.toLocalDate();
		}
		if (type == LocalTime.class) {
			return time.toLocalTime();
		}
		if (type == LocalDateTime.class) {
			return time;
		}
		return (type == OffsetDateTime.class) ? time.atZone(ZONE).toOffsetDateTime() : time.atZone(ZONE);
	}

	/** Returns texts that are no value of a type. */
	static List<String> unreadable(ResolvableType type) {
		Class<?> raw = ClassUtils.resolvePrimitiveIfNecessary(type.toClass());
		if (raw == Optional.class || raw == List.class || raw == Set.class) {
			return unreadable(type.getGeneric());
		}
		if (NUMBERS.containsKey(raw)) {
			List<String> texts = List.of("many", "1.2.3", "--1", "1,5", "12a", "0x1F", "true", "{\"a\": 1}");
			return DECIMAL.contains(raw) ? texts
					: Stream
						.concat(texts.stream(), Stream.of("1.5", (raw == BigInteger.class) ? "1.25" : "9".repeat(30)))
						.toList();
		}
		if (raw == String.class) {
			return List.of();
		}
		return Viewer.class.isAssignableFrom(raw) ? List.of("oc_1", "ada@example.org", "om_1")
				: List.of("never", "2026-13-40 +0800", "25:61 +0800", "-");
	}

	/** Returns what a client sends for a value; a missing node for an absent one. */
	static JsonNode wire(Object value) {
		if (value instanceof Optional<?> optional) {
			return wire(optional.orElse(null));
		}
		if (value instanceof Collection<?> several) {
			ArrayNode array = JsonNodeFactory.instance.arrayNode();
			several.forEach((item) -> array.add(wire(item)));
			return array;
		}
		if (value instanceof Boolean flag) {
			return JsonNodeFactory.instance.booleanNode(flag);
		}
		return (value != null) ? JsonNodeFactory.instance.stringNode(text(value)) : MissingNode.getInstance();
	}

	private static String text(Object value) {
		if (value instanceof Viewer viewer) {
			return viewer.value();
		}
		if (value instanceof Enum<?> constant) {
			return JsonMapper.shared().<JsonNode>valueToTree(constant).asString();
		}
		if (value instanceof LocalDate || value instanceof LocalTime) {
			return value + " +0800";
		}
		if (value instanceof OffsetDateTime time) {
			return text(time.toLocalDateTime());
		}
		if (value instanceof ZonedDateTime time) {
			return text(time.toLocalDateTime());
		}
		if (value instanceof LocalDateTime time) {
			return time.toString().replace('T', ' ') + " +0800";
		}
		return (value instanceof Number) ? new BigDecimal(value.toString()).toPlainString() : value.toString();
	}

}
