package io.ephemeral.feishu.card.element;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.ephemeral.feishu.card.style.StringValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the values of one type.
 */
abstract class ValueWriter {

	static final ValueWriter JSON = new ValueWriter() {

		@Override
		void write(Object value, JsonGenerator generator) {
			generator.writeTree((JsonNode) value);
		}

	};

	static final ValueWriter PART = new ValueWriter() {

		@Override
		void write(Object value, JsonGenerator generator) {
			if (value instanceof RawElement element) {
				generator.writeTree(element.value());
			}
			else {
				PartType.of(value.getClass()).write((CardPart) value, generator);
			}
		}

		@Override
		boolean holdsParts() {
			return true;
		}

		@Override
		boolean isFullyTyped(Object value) {
			return !(value instanceof RawElement) && PartType.of(value.getClass()).isFullyTyped((CardPart) value);
		}

	};

	private static final ValueWriter TEXT = new ValueWriter() {

		@Override
		void write(Object value, JsonGenerator generator) {
			generator.writeString((String) value);
		}

	};

	private static final ValueWriter STRING_VALUE = new ValueWriter() {

		@Override
		void write(Object value, JsonGenerator generator) {
			generator.writeString(((StringValue) value).value());
		}

	};

	private static final ValueWriter FLAG = new ValueWriter() {

		@Override
		void write(Object value, JsonGenerator generator) {
			generator.writeBoolean((Boolean) value);
		}

	};

	private static final ValueWriter NUMBER = new ValueWriter() {

		@Override
		void write(Object value, JsonGenerator generator) {
			if (value instanceof Integer number) {
				generator.writeNumber(number);
			}
			else {
				generator.writeNumber((BigDecimal) value);
			}
		}

	};

	private static final ValueWriter FALLBACK = new ValueWriter() {

		@Override
		void write(Object value, JsonGenerator generator) {
			generator.writeTree(((Fallback) value).value());
		}

	};

	abstract void write(Object value, JsonGenerator generator);

	/** Whether the values can hold what is not modelled. */
	boolean holdsParts() {
		return false;
	}

	/** Whether the value holds nothing that is not modelled. */
	boolean isFullyTyped(Object value) {
		return true;
	}

	/** Whether the value is a collection without entries. */
	boolean isEmpty(Object value) {
		return false;
	}

	static ValueWriter of(RecordComponent component) {
		JsonFormat format = component.getAccessor().getAnnotation(JsonFormat.class);
		return (format != null) ? new TimeWriter(DateTimeFormatter.ofPattern(format.pattern()))
				: of(component.getGenericType());
	}

	private static ValueWriter of(Type type) {
		if (type instanceof ParameterizedType parameterized) {
			Type[] arguments = parameterized.getActualTypeArguments();
			return (arguments.length == 1) ? new ListWriter(of(arguments[0])) : new MapWriter(of(arguments[1]));
		}
		Class<?> simple = (Class<?>) type;
		if (simple.isEnum()) {
			return new WordWriter(simple);
		}
		if (StringValue.class.isAssignableFrom(simple)) {
			return STRING_VALUE;
		}
		if (JsonNode.class.isAssignableFrom(simple)) {
			return JSON;
		}
		if (Number.class.isAssignableFrom(simple)) {
			return NUMBER;
		}
		return (simple == String.class) ? TEXT : (simple == Boolean.class) ? FLAG
				: (simple == Fallback.class) ? FALLBACK : simple.isRecord() ? new RecordWriter(simple) : PART;
	}

	/** Parts of one class, which has not to be looked up. */
	private static final class RecordWriter extends ValueWriter {

		private final Class<?> type;

		/** Found at first use, because a part may hold parts of its own class. */
		private @Nullable PartType partType;

		private RecordWriter(Class<?> type) {
			this.type = type;
		}

		@Override
		void write(Object value, JsonGenerator generator) {
			partType().write((CardPart) value, generator);
		}

		@Override
		boolean holdsParts() {
			return true;
		}

		@Override
		boolean isFullyTyped(Object value) {
			return partType().isFullyTyped((CardPart) value);
		}

		private PartType partType() {
			PartType found = this.partType;
			if (found == null) {
				found = PartType.of(this.type);
				this.partType = found;
			}
			return found;
		}

	}

	private static final class WordWriter extends ValueWriter {

		/** By ordinals, which do not leave the process. */
		private final SerializableString[] words;

		private WordWriter(Class<?> type) {
			this.words = Arrays.stream(type.getEnumConstants())
				.map((word) -> new SerializedString(JsonMapper.shared().valueToTree(word).asString()))
				.toArray(SerializableString[]::new);
		}

		@Override
		@SuppressWarnings("EnumOrdinal")
		void write(Object value, JsonGenerator generator) {
			generator.writeString(this.words[((Enum<?>) value).ordinal()]);
		}

	}

	private static final class TimeWriter extends ValueWriter {

		private final DateTimeFormatter format;

		private TimeWriter(DateTimeFormatter format) {
			this.format = format;
		}

		@Override
		void write(Object value, JsonGenerator generator) {
			generator.writeString(this.format.format((TemporalAccessor) value));
		}

	}

	private static final class ListWriter extends ValueWriter {

		private final ValueWriter element;

		private ListWriter(ValueWriter element) {
			this.element = element;
		}

		@Override
		void write(Object value, JsonGenerator generator) {
			List<?> values = (List<?>) value;
			generator.writeStartArray();
			for (int index = 0; index < values.size(); index++) {
				this.element.write(values.get(index), generator);
			}
			generator.writeEndArray();
		}

		@Override
		boolean isEmpty(Object value) {
			return ((List<?>) value).isEmpty();
		}

		@Override
		boolean holdsParts() {
			return this.element.holdsParts();
		}

		@Override
		boolean isFullyTyped(Object value) {
			for (Object entry : (List<?>) value) {
				if (!this.element.isFullyTyped(entry)) {
					return false;
				}
			}
			return true;
		}

	}

	private static final class MapWriter extends ValueWriter {

		private final ValueWriter value;

		private MapWriter(ValueWriter value) {
			this.value = value;
		}

		@Override
		void write(Object value, JsonGenerator generator) {
			generator.writeStartObject();
			((Map<?, ?>) value).forEach((name, entry) -> {
				generator.writeName((name instanceof CardLocale locale) ? locale.code() : (String) name);
				this.value.write(entry, generator);
			});
			generator.writeEndObject();
		}

		@Override
		boolean isEmpty(Object value) {
			return ((Map<?, ?>) value).isEmpty();
		}

		@Override
		boolean holdsParts() {
			return this.value.holdsParts();
		}

		@Override
		boolean isFullyTyped(Object value) {
			return ((Map<?, ?>) value).values().stream().allMatch(this.value::isFullyTyped);
		}

	}

}
