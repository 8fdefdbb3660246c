package io.ephemeral.feishu.form;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ephemeral.feishu.callback.BeanFormValidator;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of constraints in the guide of forms is complete and true.
 */
class ConstraintDocumentTests {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `@(\\w+)` \\| (.*) \\| (.*) \\|$");

	/** A wrong value for each constraint. */
	private static final Map<String, Object> WRONG = Map.ofEntries(Map.entry("AssertFalse", true),
			Map.entry("AssertTrue", false), Map.entry("DecimalMax", BigDecimal.TEN),
			Map.entry("DecimalMin", BigDecimal.ONE), Map.entry("Digits", BigDecimal.TEN), Map.entry("Email", "nobody"),
			Map.entry("Future", LocalDate.EPOCH), Map.entry("FutureOrPresent", LocalDate.EPOCH), Map.entry("Max", 10),
			Map.entry("Min", 1), Map.entry("Negative", 1), Map.entry("NegativeOrZero", 1), Map.entry("NotBlank", " "),
			Map.entry("NotEmpty", List.of()), Map.entry("Null", "a"), Map.entry("Past", LocalDate.MAX),
			Map.entry("PastOrPresent", LocalDate.MAX), Map.entry("Pattern", "b"), Map.entry("Positive", -1),
			Map.entry("PositiveOrZero", -1), Map.entry("Size", "abcdef"));

	@Test
	void tableWhenReadThenHasEveryConstraint() throws IOException {
		Resource[] classes = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:jakarta/validation/constraints/*.class");

		assertThat(rows("forms.md").keySet())
			.containsExactlyElementsOf(Arrays.stream(classes)
				.map((file) -> StringUtils.stripFilenameExtension(file.getFilename()))
				.filter((name) -> !name.contains("$") && !name.equals("package-info"))
				.sorted()
				.toList())
			.containsExactlyElementsOf(rows("forms.zh-CN.md").keySet());
	}

	@ParameterizedTest
	@MethodSource("constraints")
	void constraintWhenTableSaysThatItIsShownThenCardIsAnother(String constraint) throws IOException {
		String name = componentOf(constraint);
		String with = ShownForm.of(RecordForm.of(Constrained.class)).field(name).toString();
		String without = ShownForm.of(RecordForm.of(Free.class)).field(name).toString();

		boolean shown = !with.equals(without.replace("Free.", "Constrained."));

		assertThat(rows("forms.md").get(constraint).group(2).equals("no")).isEqualTo(!shown);
		assertThat(rows("forms.zh-CN.md").get(constraint).group(2).equals("否")).isEqualTo(!shown);
	}

	@ParameterizedTest
	@MethodSource("constraints")
	void constraintWhenTableSaysThatItIsCheckedThenWrongValueIsMistake(String constraint) throws IOException {
		try (LocalValidatorFactoryBean validators = new LocalValidatorFactoryBean()) {
			validators.setMessageInterpolator(new ParameterMessageInterpolator());
			validators.afterPropertiesSet();

			List<FormMistake> mistakes = new BeanFormValidator(validators).mistakes(Constrained.class,
					componentOf(constraint), WRONG.get(constraint));

			assertThat(mistakes).extracting(FormMistake::field).containsExactly(componentOf(constraint));
			assertThat(rows("forms.md").get(constraint).group(3)).isEqualTo("yes");
			assertThat(rows("forms.zh-CN.md").get(constraint).group(3)).isEqualTo("是");
		}
	}

	/** Returns the component with a constraint; its name cannot be {@code null}. */
	private static String componentOf(String constraint) {
		return constraint.equals("Null") ? "nothing" : StringUtils.uncapitalize(constraint);
	}

	static Stream<String> constraints() throws IOException {
		return rows("forms.md").keySet().stream();
	}

	private static Map<String, MatchResult> rows(String page) throws IOException {
		return ROW.matcher(Files.readString(Path.of("..", "docs", page)))
			.results()
			.collect(Collectors.toMap((row) -> row.group(1), (row) -> row, (one, other) -> one, LinkedHashMap::new));
	}

	enum Day {

		MONDAY

	}

	record Constrained(@AssertFalse boolean assertFalse, @AssertTrue boolean assertTrue,
			@DecimalMax("1") BigDecimal decimalMax, @DecimalMin("2") BigDecimal decimalMin,
			@Digits(integer = 1, fraction = 0) BigDecimal digits, @Email String email, @Future LocalDate future,
			@FutureOrPresent LocalDate futureOrPresent, @Max(1) int max, @Min(2) int min, @Negative int negative,
			@NegativeOrZero int negativeOrZero, @NotBlank String notBlank, @NotEmpty List<Day> notEmpty,
			@NotNull LocalDate notNull, @Null String nothing, @Past LocalDate past,
			@PastOrPresent LocalDate pastOrPresent,
			@jakarta.validation.constraints.Pattern(regexp = "a") String pattern, @Positive int positive,
			@PositiveOrZero int positiveOrZero, @Size(max = 5) String size) {
	}

	record Free(boolean assertFalse, boolean assertTrue, BigDecimal decimalMax, BigDecimal decimalMin,
			BigDecimal digits, String email, LocalDate future, LocalDate futureOrPresent, int max, int min,
			int negative, int negativeOrZero, String notBlank, List<Day> notEmpty, LocalDate notNull, String nothing,
			LocalDate past, LocalDate pastOrPresent, String pattern, int positive, int positiveOrZero, String size) {
	}

}
