package io.ephemeral.feishu.card.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;

import io.ephemeral.feishu.card.style.InvalidPropertyException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Type of dates and times in one format.
 */
final class TimeType extends ScalarType {

	private final Class<?> type;

	private final String pattern;

	private final DateTimeFormatter reader;

	private final DateTimeFormatter writer;

	private final TemporalQuery<? extends TemporalAccessor> query;

	TimeType(Class<?> type, String pattern) {
		super("must be a string");
		this.type = type;
		this.pattern = pattern;
		this.reader = DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"))
			.withResolverStyle(ResolverStyle.STRICT);
		this.writer = DateTimeFormatter.ofPattern(pattern);
		this.query = (type == LocalDate.class) ? LocalDate::from
				: (type == LocalTime.class) ? LocalTime::from : LocalDateTime::from;
	}

	@Override
	boolean fits(JsonNode json) {
		return json.isString();
	}

	@Override
	Object convert(JsonNode json) {
		try {
			return this.reader.parse(json.stringValue(), this.query);
		}
		catch (DateTimeException ex) {
			throw new InvalidPropertyException(this.type.getSimpleName(), "must have the format " + this.pattern);
		}
	}

	@Override
	void write(Object value, JsonGenerator generator) {
		generator.writeString(this.writer.format((TemporalAccessor) value));
	}

}
