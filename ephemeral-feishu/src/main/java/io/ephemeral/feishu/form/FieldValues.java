package io.ephemeral.feishu.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.json.CardMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Values of fields as texts, which is their format in a submitted form. A date or time
 * may have an offset at its end.
 */
final class FieldValues {

	private static final int DATE = "2026-01-05".length();

	private static final int TIME = "09:00".length();

	private FieldValues() {
	}

	/**
	 * Returns the texts of a value.
	 * @param field field, for messages
	 * @param value value of a record component
	 * @return any number of texts; none for an absent value
	 */
	static Stream<String> of(RecordField field, @Nullable Object value) {
		if (value instanceof Optional<?> optional) {
			return of(field, optional.orElse(null));
		}
		if (value instanceof Collection<?> several) {
			return several.stream().flatMap((item) -> of(field, item));
		}
		return (value != null) ? Stream.of(text(field, value)) : Stream.empty();
	}

	private static String text(RecordField field, Object value) {
		if (value instanceof Enum<?> constant) {
			return option(constant);
		}
		if (value instanceof Viewer viewer) {
			Assert.isTrue(viewer instanceof Viewer.OpenId,
					() -> "The person in '" + field.name() + "' must be a viewer with an open id");
			return viewer.value();
		}
		if (value instanceof OffsetDateTime time) {
			return minutes(time.toLocalDateTime());
		}
		if (value instanceof ZonedDateTime time) {
			return minutes(time.toLocalDateTime());
		}
		if (value instanceof LocalDateTime time) {
			return minutes(time);
		}
		return (value instanceof LocalTime time) ? time.truncatedTo(ChronoUnit.MINUTES).toString() : plain(value);
	}

	private static String minutes(LocalDateTime time) {
		return time.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
	}

	private static String plain(Object value) {
		return (value instanceof Number) ? new BigDecimal(value.toString()).toPlainString() : value.toString();
	}

	/** Returns the value of the option for a constant. */
	static String option(Enum<?> constant) {
		return CardMapper.tree(constant).asString(constant.name());
	}

	/** Returns the texts of a field of a submitted form. */
	static Stream<String> in(JsonNode submitted) {
		if (submitted.isArray()) {
			return submitted.valueStream().flatMap(FieldValues::in);
		}
		String text = submitted.asString("");
		return text.isEmpty() ? Stream.empty() : Stream.of(text);
	}

	static Optional<LocalDate> date(String text) {
		return parsed(text, DATE, LocalDate::parse);
	}

	static Optional<LocalTime> time(String text) {
		return parsed(text, TIME, LocalTime::parse);
	}

	static Optional<LocalDateTime> dateTime(String text) {
		return parsed(text.replace(' ', 'T'), DATE + 1 + TIME, LocalDateTime::parse);
	}

	private static <T> Optional<T> parsed(String text, int length, Function<String, T> parser) {
		try {
			return Optional.of(parser.apply(text.substring(0, Math.min(length, text.length()))));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
