package io.ephemeral.feishu.form;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * Constraints of Bean Validation that a form shows. They are read by their names, because
 * Bean Validation is optional.
 */
final class FieldConstraints {

	private static final String PACKAGE = "jakarta.validation.constraints.";

	private static final String DEFAULT_GROUP = "jakarta.validation.groups.Default";

	private final MergedAnnotations annotations;

	FieldConstraints(AnnotatedElement element) {
		this.annotations = MergedAnnotations.from(element);
	}

	/** Returns whether a constraint refuses an absent value. */
	boolean refuseAbsence() {
		return Stream.of("NotNull", "NotBlank", "NotEmpty").anyMatch((name) -> all(name).findAny().isPresent());
	}

	/** Returns whether a list may not be empty. */
	boolean refuseEmptyList() {
		return refuseAbsence() || all("Size").anyMatch((size) -> size.getInt("min") > 0);
	}

	/** Returns the maximum length of a text; null if there is none. */
	@Nullable Integer maxLength() {
		int max = all("Size").mapToInt((size) -> size.getInt("max")).min().orElse(Integer.MAX_VALUE);
		return (max < Integer.MAX_VALUE) ? max : null;
	}

	/**
	 * Returns the range of a number, such as {@code ≥ 1, ≤ 10}; empty if there is none.
	 */
	String range() {
		Stream<String> from = Stream
			.of(limits("Min", "≥ ", "≥ "), limits("DecimalMin", "≥ ", "> "), all("Positive").map((limit) -> "> 0"),
					all("PositiveOrZero").map((limit) -> "≥ 0"))
			.flatMap((limits) -> limits);
		Stream<String> to = Stream
			.of(limits("Max", "≤ ", "≤ "), limits("DecimalMax", "≤ ", "< "), all("Negative").map((limit) -> "< 0"),
					all("NegativeOrZero").map((limit) -> "≤ 0"))
			.flatMap((limits) -> limits);
		return Stream.concat(from, to).collect(Collectors.joining(", "));
	}

	private Stream<String> limits(String name, String inclusive, String exclusive) {
		return all(name)
			.map((limit) -> (limit.getValue("inclusive", Boolean.class).orElse(true) ? inclusive : exclusive)
					+ limit.getValue("value").orElseThrow());
	}

	private Stream<MergedAnnotation<Annotation>> all(String name) {
		return this.annotations.stream(PACKAGE + name).filter(FieldConstraints::isAlwaysChecked);
	}

	private static boolean isAlwaysChecked(MergedAnnotation<?> constraint) {
		Class<?>[] groups = constraint.getClassArray("groups");
		return groups.length == 0 || Stream.of(groups).anyMatch((group) -> group.getName().equals(DEFAULT_GROUP));
	}

}
