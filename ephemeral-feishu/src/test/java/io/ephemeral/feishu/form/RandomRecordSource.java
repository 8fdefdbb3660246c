package io.ephemeral.feishu.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Source code of random records, and of a handler that receives each of them.
 */
final class RandomRecordSource {

	/**
	 * Name of the class that contains the records as {@code R0}, {@code R1} and so on.
	 */
	static final String NAME = "io.ephemeral.feishu.form.random.RandomTypes";

	private static final List<String> TYPES = List.of("String", "String", "String", "byte", "short", "int", "long",
			"float", "double", "Byte", "Short", "Integer", "Long", "Float", "Double", "BigInteger", "BigDecimal",
			"boolean", "Boolean", "LocalDate", "LocalTime", "LocalDateTime", "OffsetDateTime", "ZonedDateTime",
			"Choice", "Odd", "Viewer", "OpenId", "List<Choice>", "Set<Choice>", "List<Odd>", "Set<Odd>", "List<Viewer>",
			"Set<OpenId>");

	private static final List<String> NAMES = List.of("text", "a", "b1", "aB", "xY", "URL", "url", "isHot", "getName",
			"setUp", "dueDate", "snake_case", "CONSTANT", "value", "values", "form", "action", "names", "locale", "tag",
			"type", "title", "submit", "record", "content", "element", "options", "größe", "日期", "_1", "empty",
			"aNameThatIsLongerThanTheLabelsOfMostForms");

	private static final List<String> NUMBERS = List.of("@Min(%d)", "@Max(%d)", "@DecimalMin(value = \"%d.5\")",
			"@DecimalMax(value = \"%d.5\", inclusive = false)", "@DecimalMin(value = \"%d\", inclusive = false)",
			"@DecimalMax(\"%d\")", "@Digits(integer = 2, fraction = 0)", "@Digits(integer = 3, fraction = 1)",
			"@Positive", "@PositiveOrZero", "@Negative", "@NegativeOrZero");

	private static final List<String> TIMES = List.of("@Past", "@PastOrPresent", "@Future", "@FutureOrPresent");

	private static final Map<String, List<String>> CONSTRAINTS = Map.of("String",
			Stream
				.concat(NUMBERS.stream().limit(8),
						Stream.of("@NotBlank", "@NotEmpty", "@Email", "@Pattern(regexp = \"[a-z ]*\")",
								"@Size(max = 5)", "@Size(min = 2)", "@Size(min = 1, max = 101)", "@Size(max = 1500)",
								"@NotBlank", "@Size(max = 20)"))
				.toList(),
			"boolean", List.of("@AssertTrue", "@AssertFalse"), "List",
			List.of("@NotEmpty", "@Size(min = 1)", "@Size(max = 1)", "@Size(min = 2, max = 2)"));

	private final Random random;

	RandomRecordSource(long seed) {
		this.random = new Random(seed);
	}

	String create(int records) {
		return """
				package io.ephemeral.feishu.form.random;

				import java.math.*;
				import java.time.*;
				import java.util.*;
				import java.util.function.Supplier;
				import com.fasterxml.jackson.annotation.JsonProperty;
				import io.ephemeral.feishu.Viewer;
				import io.ephemeral.feishu.Viewer.OpenId;
				import io.ephemeral.feishu.callback.CardAction;
				import io.ephemeral.feishu.form.FormField;
				import jakarta.validation.constraints.*;
				import jakarta.validation.groups.Default;

				public final class RandomTypes {

				public interface Other { }

				public enum Choice { FIRST, SECOND_ONE, third }

				public enum Odd { @JsonProperty("the first") FIRST, @JsonProperty("2") SECOND { }, THIRD }

				%s

				public static final class Handlers implements Supplier<Record> {

				private Record received;

				public Record get() { return this.received; }

				%s
				}

				}
				""".formatted(IntStream.range(0, records).mapToObj(this::record).collect(Collectors.joining("\n")),
				IntStream.range(0, records)
					.mapToObj("@CardAction public void r%1$d(R%1$d form) { this.received = form; }"::formatted)
					.collect(Collectors.joining("\n")));
	}

	private String record(int index) {
		List<String> names = new ArrayList<>(NAMES);
		Collections.shuffle(names, this.random);
		return names.stream()
			.limit(1 + this.random.nextInt(8))
			.map(this::component)
			.collect(Collectors.joining(",\n\t\t", "public record R" + index + "(", ") { }"));
	}

	private String component(String name) {
		String type = anyOf(TYPES);
		String property = oneIn(8) ? "@JsonProperty(\"json-" + name + "\") " : "";
		String shown = oneIn(8) ? "@FormField(label = \"The " + name + "\", placeholder = \"Fill in\", rows = "
				+ this.random.nextInt(4) + ") " : "";
		// The validator cannot check a list in an Optional.
		boolean optional = oneIn(4) && !isPrimitive(type);
		String value = (optional && type.contains("<")) ? type : constrained(type);
		return property + shown + (optional ? (oneIn(3) ? "@NotNull " : "") + "Optional<" + value + ">" : value) + " "
				+ name;
	}

	/** Returns a type after up to two different constraints. */
	private String constrained(String type) {
		List<String> possible = new ArrayList<>(constraints(type));
		if (!isPrimitive(type)) {
			possible.add("@NotNull");
			possible.add("@Null");
		}
		Collections.shuffle(possible, this.random);
		return possible.stream()
			.limit(this.random.nextInt(3))
			.collect(Collectors.toMap(RandomRecordSource::nameOf, this::filled, (one, other) -> one))
			.values()
			.stream()
			.sorted()
			.map((constraint) -> constraint + " ")
			.collect(Collectors.joining()) + type;
	}

	private static List<String> constraints(String type) {
		return switch (type) {
			case "String" -> CONSTRAINTS.get("String");
			case "boolean", "Boolean" -> CONSTRAINTS.get("boolean");
			case "Choice", "Odd", "Viewer", "OpenId" -> List.of();
			default -> type.contains("<") ? CONSTRAINTS.get("List")
					: (type.startsWith("Local") || type.endsWith("DateTime")) ? TIMES : NUMBERS;
		};
	}

	private static String nameOf(String constraint) {
		return constraint.replaceAll("\\(.*", "");
	}

	/** Returns a constraint with a number, and sometimes for another group. */
	private String filled(String constraint) {
		String filled = constraint.formatted(this.random.nextInt(25) - 12);
		if (!oneIn(10)) {
			return filled;
		}
		String groups = oneIn(2) ? "groups = Other.class" : "groups = { Other.class, Default.class }";
		if (!filled.contains("(")) {
			return filled + "(" + groups + ")";
		}
		String attributes = filled.substring(filled.indexOf('(') + 1, filled.lastIndexOf(')'));
		return nameOf(filled) + "(" + (attributes.contains("=") ? attributes : "value = " + attributes) + ", " + groups
				+ ")";
	}

	private static boolean isPrimitive(String type) {
		return Character.isLowerCase(type.charAt(0));
	}

	private boolean oneIn(int number) {
		return this.random.nextInt(number) == 0;
	}

	private String anyOf(List<String> texts) {
		return texts.get(this.random.nextInt(texts.size()));
	}

}
