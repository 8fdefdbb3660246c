package io.ephemeral.feishu.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Kind of a field, which the type of a record component chooses.
 */
enum FieldType {

	TEXT, NUMBER, FLAG, DATE, TIME, DATE_TIME, CHOICE, CHOICES, PERSON, PEOPLE;

	/** Possible types of a component, for messages. */
	static final String POSSIBLE = "String, boolean, a number, LocalDate, LocalTime, LocalDateTime, OffsetDateTime,"
			+ " ZonedDateTime, an enum, Viewer, Viewer.OpenId, a List or Set of an enum or of viewers, or an Optional"
			+ " of one of these";

	private static final Map<Class<?>, FieldType> TYPES = Map.ofEntries(Map.entry(String.class, TEXT),
			Map.entry(Byte.class, NUMBER), Map.entry(Short.class, NUMBER), Map.entry(Integer.class, NUMBER),
			Map.entry(Long.class, NUMBER), Map.entry(Float.class, NUMBER), Map.entry(Double.class, NUMBER),
			Map.entry(BigInteger.class, NUMBER), Map.entry(BigDecimal.class, NUMBER), Map.entry(Boolean.class, FLAG),
			Map.entry(LocalDate.class, DATE), Map.entry(LocalTime.class, TIME),
			Map.entry(LocalDateTime.class, DATE_TIME), Map.entry(OffsetDateTime.class, DATE_TIME),
			Map.entry(ZonedDateTime.class, DATE_TIME), Map.entry(Viewer.class, PERSON),
			Map.entry(Viewer.OpenId.class, PERSON));

	/**
	 * Returns the kind for a type.
	 * @param type type of a component, without its {@code Optional}
	 * @return the kind; null if a form cannot have the type
	 */
	static @Nullable FieldType of(ResolvableType type) {
		Class<?> raw = type.toClass();
		if (raw != List.class && raw != Set.class) {
			return ofOne(raw);
		}
		FieldType item = ofOne(type.getGeneric().toClass());
		return (item == CHOICE) ? CHOICES : (item == PERSON) ? PEOPLE : null;
	}

	private static @Nullable FieldType ofOne(Class<?> type) {
		return type.isEnum() ? CHOICE : TYPES.get(ClassUtils.resolvePrimitiveIfNecessary(type));
	}

	boolean hasSeveralValues() {
		return this == CHOICES || this == PEOPLE;
	}

	/** Returns whether a user types the value. */
	boolean isTyped() {
		return this == TEXT || this == NUMBER;
	}

	/** Returns whether the component shows the label itself. */
	boolean hasLabel() {
		return isTyped() || this == FLAG;
	}

}
