package io.ephemeral.feishu.form;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardValidator;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.callback.CardActionEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values that go through a card and the client of a user come back as they were.
 */
class RecordFormPropertyTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@Property(tries = 500)
	void formWhenSubmittedAsItIsThenRecordIsTheSame(@ForAll("records") Record values) {
		RecordForm<?> form = prefilled(values);

		assertThat(ShownForm.of(form).submit().form(values.getClass())).isEqualTo(values);
		assertThat(new CardValidator().validate(form, CardTarget.EPHEMERAL)).isEmpty();
	}

	@Property(tries = 500)
	void formWhenShownAgainThenIsTheSame(@ForAll("records") Record values) {
		RecordForm<?> form = prefilled(values);
		CardActionEvent submitted = ShownForm.of(form).submit();

		assertThat(RecordForm.again(values.getClass(), submitted.value(), submitted.form()).toJson())
			.isEqualTo(form.toJson());
	}

	private static <T extends Record> RecordForm<T> prefilled(T values) {
		@SuppressWarnings("unchecked")
		Class<T> type = (Class<T>) values.getClass();
		return RecordForm.of(type).values(values);
	}

	@Provide
	Arbitrary<Record> records() {
		return Arbitraries
			.<Class<? extends Record>>of(Simple.class, Numbers.class, Times.class, Choices.class, People.class,
					Optionals.class)
			.flatMap(RecordFormPropertyTests::recordsOf);
	}

	private static Arbitrary<Record> recordsOf(Class<? extends Record> type) {
		RecordComponent[] components = type.getRecordComponents();
		List<Arbitrary<Object>> values = Arrays.stream(components)
			.map((component) -> valuesOf(ResolvableType.forType(component.getGenericType())))
			.toList();
		Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
		return Combinators.combine(values).as((arguments) -> {
			try {
				return type.getDeclaredConstructor(types).newInstance(arguments.toArray());
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private static Arbitrary<Object> valuesOf(ResolvableType type) {
		Class<?> raw = type.toClass();
		if (raw == Optional.class) {
			return valuesOf(type.getGeneric()).optional().map((value) -> value);
		}
		if (raw == List.class) {
			return valuesOf(type.getGeneric()).list().ofMaxSize(3).uniqueElements().map((value) -> value);
		}
		if (raw == Set.class) {
			return valuesOf(type.getGeneric()).set().ofMaxSize(3).map((value) -> value);
		}
		return valuesOf(raw).map((value) -> value);
	}

	private static Arbitrary<?> valuesOf(Class<?> type) {
		if (type.isEnum()) {
			return Arbitraries.of(type.getEnumConstants());
		}
		if (type == String.class) {
			return Arbitraries.strings().ofMinLength(1).ofMaxLength(50);
		}
		if (Viewer.class.isAssignableFrom(type)) {
			return Arbitraries.strings().alpha().numeric().ofLength(8).map((id) -> Viewer.openId("ou_" + id));
		}
		if (type == boolean.class || type == Boolean.class) {
			return Arbitraries.of(true, false);
		}
		Arbitrary<LocalDateTime> moments = Arbitraries.longs()
			.between(0, 50_000_000)
			.map((minutes) -> LocalDateTime.of(2000, 1, 1, 0, 0).plusMinutes(minutes));
		if (type == LocalDate.class) {
			return moments.map(LocalDateTime::toLocalDate);
		}
		if (type == LocalTime.class) {
			return moments.map(LocalDateTime::toLocalTime);
		}
		if (type == LocalDateTime.class) {
			return moments;
		}
		if (type == OffsetDateTime.class) {
			return moments.map((moment) -> moment.atZone(ZONE).toOffsetDateTime());
		}
		return (type == ZonedDateTime.class) ? moments.map((moment) -> moment.atZone(ZONE)) : numbersOf(type);
	}

	private static Arbitrary<?> numbersOf(Class<?> type) {
		if (type == int.class || type == Integer.class) {
			return Arbitraries.integers();
		}
		if (type == long.class) {
			return Arbitraries.longs();
		}
		if (type == short.class) {
			return Arbitraries.shorts();
		}
		if (type == byte.class) {
			return Arbitraries.bytes();
		}
		if (type == double.class || type == Double.class) {
			return Arbitraries.doubles();
		}
		if (type == float.class) {
			return Arbitraries.floats();
		}
		Arbitrary<BigInteger> digits = Arbitraries.bigIntegers();
		return (type == BigInteger.class) ? digits
				: Combinators.combine(digits, Arbitraries.integers().between(0, 10)).as(BigDecimal::new);
	}

	record Simple(String text, boolean flag, Boolean other) {
	}

	record Numbers(byte tiny, short small, int whole, long big, float single, double fraction, Double boxed,
			BigInteger huge, BigDecimal exact) {
	}

	record Times(LocalDate date, LocalTime time, LocalDateTime local, OffsetDateTime offset, ZonedDateTime zoned) {
	}

	record Choices(Day one, List<Day> several, Set<Day> unique, Odd odd, List<Odd> odds) {
	}

	record People(Viewer viewer, Viewer.OpenId person, List<Viewer> viewers, Set<Viewer.OpenId> people) {
	}

	record Optionals(Optional<String> text, Optional<Integer> number, Optional<LocalDate> date, Optional<Day> day,
			Optional<Viewer.OpenId> person, Optional<BigDecimal> exact) {
	}

	enum Day {

		MONDAY, TUESDAY, WEDNESDAY

	}

	/** Enum whose constants have other names in JSON. */
	enum Odd {

		@JsonProperty("the first")
		FIRST, SECOND {

			@Override
			public String toString() {
				return "the second";
			}

		}

	}

}
