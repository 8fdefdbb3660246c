package io.ephemeral.feishu.card;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

import io.ephemeral.feishu.card.CardReader.Reading;
import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.element.Element;
import io.ephemeral.feishu.card.element.Fallback;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.style.InvalidPropertyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a property takes.
 */
interface ValueType {

	/** Takes everything; a record may still refuse it. */
	ValueType ANY = (json, reading) -> json;

	/**
	 * Reads a value.
	 * @param json what the property holds
	 * @param reading where it is, and whom to tell
	 * @return the value; null if the property does not take it, which was reported
	 */
	@Nullable Object read(JsonNode json, Reading reading);

	/**
	 * What stands for no value.
	 * @return an empty collection; null if this is no collection
	 */
	default @Nullable Object empty() {
		return null;
	}

	/** What an object says it is. */
	static String nameOf(JsonNode json) {
		JsonNode tag = json.path("tag");
		return (tag.isString() ? tag : json.path("type")).asString("");
	}

	static ValueType of(Type type, Map<Class<?>, ValueType> types) {
		if (type instanceof ParameterizedType parameterized) {
			Type[] arguments = parameterized.getActualTypeArguments();
			return (arguments.length == 1) ? new ListType(of(arguments[0], types))
					: new MapType(of(arguments[0], types), of(arguments[1], types));
		}
		Class<?> raw = (Class<?>) type;
		ValueType known = types.get(raw);
		return (known != null) ? known : create(raw, types);
	}

	private static ValueType create(Class<?> type, Map<Class<?>, ValueType> types) {
		if (Element.class.isAssignableFrom(type) && type.isSealed()) {
			return new ElementType(type, types);
		}
		if (type.isSealed()) {
			return new SealedType(type, types);
		}
		if (CardPart.class.isAssignableFrom(type)) {
			return new RecordType(type, types);
		}
		ValueType value = simple(type);
		types.put(type, value);
		return value;
	}

	private static ValueType simple(Class<?> type) {
		if (type.isEnum()) {
			return new WordType(type);
		}
		if (type == String.class) {
			return checked(JsonNode::isString, JsonNode::stringValue, "must be a string");
		}
		if (type == Boolean.class) {
			return checked(JsonNode::isBoolean, JsonNode::booleanValue, "must be true or false");
		}
		if (type == Integer.class) {
			return checked((json) -> json.isIntegralNumber() && json.canConvertToInt(), JsonNode::intValue,
					"must be a whole number");
		}
		if (type == BigDecimal.class) {
			return checked(JsonNode::isNumber, JsonNode::decimalValue, "must be a number");
		}
		if (type == JsonNode.class) {
			return ANY;
		}
		if (type == Fallback.class) {
			return checked((json) -> true, Fallback::new, "");
		}
		return checked(JsonNode::isString, constructor(type), "must be a string");
	}

	/** The constructor of a record of one string. */
	private static Function<JsonNode, Object> constructor(Class<?> type) {
		try {
			var constructor = type.getConstructor(String.class);
			return (json) -> {
				try {
					return constructor.newInstance(json.stringValue());
				}
				catch (ReflectiveOperationException ex) {
					if (ex.getCause() instanceof InvalidPropertyException invalid) {
						throw invalid;
					}
					throw new IllegalStateException(ex);
				}
			};
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(type + " is no value of a card", ex);
		}
	}

	private static ValueType checked(Predicate<JsonNode> fits, Function<JsonNode, Object> convert, String expectation) {
		return (json, reading) -> {
			if (!fits.test(json)) {
				reading.report(json.isContainer() ? CardRule.WRONG_STRUCTURE : CardRule.INVALID_VALUE, expectation);
				return null;
			}
			try {
				return convert.apply(json);
			}
			catch (InvalidPropertyException ex) {
				reading.report(json.isArray() ? CardRule.WRONG_STRUCTURE : CardRule.INVALID_VALUE, ex.expectation());
				return null;
			}
		};
	}

	static ValueType time(Class<?> type, String pattern) {
		DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"))
			.withResolverStyle(ResolverStyle.STRICT);
		TemporalQuery<? extends TemporalAccessor> query = (type == LocalDate.class) ? LocalDate::from
				: (type == LocalTime.class) ? LocalTime::from : LocalDateTime::from;
		return checked(JsonNode::isString, (json) -> {
			try {
				return format.parse(json.stringValue(), query);
			}
			catch (DateTimeException ex) {
				throw new InvalidPropertyException(type.getSimpleName(), "must have the format " + pattern);
			}
		}, "must be a string");
	}

	/** Values in their order; all or none. */
	record ListType(ValueType element) implements ValueType {

		@Override
		public @Nullable Object read(JsonNode json, Reading reading) {
			if (!json.isArray()) {
				reading.report(CardRule.WRONG_STRUCTURE, "must be an array");
				return null;
			}
			List<Object> values = new ArrayList<>(json.size());
			for (int index = 0; index < json.size(); index++) {
				reading.path().enter(index);
				Object value = this.element.read(json.get(index), reading);
				if (value == null && json.get(index).isObject() && json.get(index).isEmpty()) {
					reading.report(CardRule.INVALID_VALUE, "must not be empty");
				}
				reading.path().leave();
				if (value != null) {
					values.add(value);
				}
			}
			return (values.size() == json.size()) ? values : null;
		}

		@Override
		public Object empty() {
			return List.of();
		}

	}

	/** Values by names; all or none. */
	record MapType(ValueType key, ValueType value) implements ValueType {

		@Override
		public @Nullable Object read(JsonNode json, Reading reading) {
			if (!json.isObject()) {
				reading.report(CardRule.WRONG_STRUCTURE, "must be an object");
				return null;
			}
			Map<Object, Object> values = new LinkedHashMap<>();
			for (Map.Entry<String, JsonNode> entry : json.properties()) {
				reading.path().enter(entry.getKey());
				Object key = this.key.read(CardMapper.text(entry.getKey()), reading);
				Object value = this.value.read(entry.getValue(), reading);
				reading.path().leave();
				if (key != null && value != null) {
					values.put(key, value);
				}
			}
			return (values.size() == json.size()) ? values : null;
		}

		@Override
		public Object empty() {
			return Map.of();
		}

	}

	/** One word of several. */
	final class WordType implements ValueType {

		private final Map<String, Object> words = new LinkedHashMap<>();

		private WordType(Class<?> type) {
			for (Object constant : type.getEnumConstants()) {
				this.words.put(CardMapper.INSTANCE.valueToTree(constant).asString(), constant);
			}
		}

		@Override
		public @Nullable Object read(JsonNode json, Reading reading) {
			Object value = this.words.get(json.asString(""));
			if (value == null) {
				reading.report(json.isContainer() ? CardRule.WRONG_STRUCTURE : CardRule.INVALID_VALUE,
						"must be one of " + this.words.keySet());
			}
			return value;
		}

	}

	/** One object of several kinds, which says by its name which. */
	final class SealedType implements ValueType {

		private final Map<String, ValueType> kinds = new TreeMap<>();

		private SealedType(Class<?> type, Map<Class<?>, ValueType> types) {
			types.put(type, this);
			addKinds(type, types);
		}

		private void addKinds(Class<?> type, Map<Class<?>, ValueType> types) {
			for (Class<?> kind : type.getPermittedSubclasses()) {
				if (kind.isSealed()) {
					addKinds(kind, types);
				}
				else {
					add((RecordType) ValueType.of(kind, types));
				}
			}
		}

		private void add(RecordType type) {
			this.kinds.put(String.valueOf(type.name()), type);
		}

		@Override
		public @Nullable Object read(JsonNode json, Reading reading) {
			ValueType type = this.kinds.get(nameOf(json));
			if (type == null && json.isObject() && json.isEmpty()) {
				return null;
			}
			if (type == null) {
				reading.report(json.isObject() ? CardRule.INVALID_VALUE : CardRule.WRONG_STRUCTURE,
						"must be an object that is one of " + this.kinds.keySet());
				return null;
			}
			return type.read(json, reading);
		}

	}

}
