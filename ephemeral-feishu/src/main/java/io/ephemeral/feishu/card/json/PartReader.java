package io.ephemeral.feishu.card.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.ephemeral.feishu.card.json.ReadingListener.Refusal;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.style.InvalidPropertyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reader of parts of one class, which keeps all JSON. A value that its property does not
 * accept stays unchanged.
 *
 * @param <T> class of the parts
 */
public final class PartReader<T> {

	private static final ClassValue<PartReader<?>> READERS = new ClassValue<>() {

		@Override
		protected PartReader<?> computeValue(Class<?> type) {
			return new PartReader<>(type);
		}

	};

	private final Class<T> type;

	private final PartSchema schema;

	private final Constructor<?> constructor;

	private final List<PartProperty> requiredCollections = new ArrayList<>();

	/** Arguments of the constructor for an object without properties. */
	private final @Nullable Object[] absent;

	private PartReader(Class<T> type) {
		this.type = type;
		this.schema = PartSchema.of(type);
		this.constructor = type.getConstructors()[0];
		this.absent = new Object[this.schema.properties().size() + 1];
		for (PartProperty property : this.schema.properties()) {
			if (property.type().empty() != null && !property.optional()) {
				this.requiredCollections.add(property);
			}
			else {
				this.absent[property.index()] = property.type().empty();
			}
		}
	}

	/**
	 * Returns the reader of a class.
	 * @param type class of a part
	 * @param <T> the class
	 * @return the reader
	 */
	@SuppressWarnings("unchecked")
	public static <T> PartReader<T> of(Class<T> type) {
		return (PartReader<T>) READERS.get(type);
	}

	/**
	 * Reads a part.
	 * @param json JSON of the part
	 * @return the part; null if the model cannot represent the JSON
	 */
	public @Nullable T read(JsonNode json) {
		return this.type.cast(read(json, Reading.silent()));
	}

	/**
	 * Reads a part and reports what does not fit the model.
	 * @param json JSON of the part
	 * @param listener listener for what does not fit
	 */
	public void check(JsonNode json, ReadingListener listener) {
		read(json, Reading.to(listener));
	}

	@Nullable Object read(JsonNode json, Reading reading) {
		if (!json.isObject()) {
			reading.mismatch(CardRule.WRONG_STRUCTURE, "must be an object");
			return null;
		}
		String name = this.schema.name();
		if (isEmptyObject(json)) {
			// Official samples use an empty object in place of an absent property.
			return (name == null) ? create(json, this.absent.clone(), Map.of(), Reading.silent()) : null;
		}
		if (name != null && !name.equals(json.path(this.schema.typeProperty()).asString(""))) {
			reading.mismatch(CardRule.INVALID_VALUE, "must have the " + this.schema.typeProperty() + " " + name);
			if (!json.has(this.schema.typeProperty())) {
				readProperties(json, reading);
			}
			return null;
		}
		return readProperties(json, reading);
	}

	private @Nullable Object readProperties(JsonNode json, Reading reading) {
		@Nullable Object[] arguments = this.absent.clone();
		Map<String, JsonNode> unknown = new LinkedHashMap<>(2);
		for (Map.Entry<String, JsonNode> entry : json.properties()) {
			PartProperty property = this.schema.property(entry.getKey());
			if (property != null) {
				read(property, entry.getValue(), arguments, unknown, reading);
			}
			else if (!this.schema.typeProperty().equals(entry.getKey())) {
				reading.unknownProperty(this.type, entry.getKey());
				unknown.put(entry.getKey(), entry.getValue());
			}
		}
		return create(json, arguments, unknown, reading);
	}

	private void read(PartProperty property, JsonNode json, @Nullable Object[] arguments, Map<String, JsonNode> unknown,
			Reading reading) {
		if (json.isNull()) {
			reading.mismatch(property.name(), CardRule.NULL_VALUE, "is null");
			unknown.put(property.name(), json);
			return;
		}
		reading.path().enter(property.name());
		Object value = property.type().read(json, reading);
		reading.path().leave();
		Object none = this.absent[property.index()];
		if (value == null || (none != null && none.equals(value))) {
			// The writer would omit an empty collection.
			unknown.put(property.name(), json);
		}
		else {
			arguments[property.index()] = value;
		}
	}

	private @Nullable Object create(JsonNode json, @Nullable Object[] arguments, Map<String, JsonNode> unknown,
			Reading reading) {
		arguments[arguments.length - 1] = unknown;
		InvalidPropertyException problem;
		try {
			for (PartProperty property : this.requiredCollections) {
				if (arguments[property.index()] == null) {
					throw new InvalidPropertyException(property.name(), "is required");
				}
			}
			return this.constructor.newInstance(arguments);
		}
		catch (InvalidPropertyException ex) {
			problem = ex;
		}
		catch (InvocationTargetException ex) {
			if (!(ex.getCause() instanceof InvalidPropertyException cause)) {
				throw new IllegalStateException(this.constructor + " does not name the property", ex);
			}
			problem = cause;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
		return setAside(problem, arguments, unknown, json, reading) ? create(json, arguments, unknown, reading) : null;
	}

	/**
	 * Moves a refused property to the unknown properties. Returns false if the property
	 * is missing.
	 */
	private boolean setAside(InvalidPropertyException problem, @Nullable Object[] arguments,
			Map<String, JsonNode> unknown, JsonNode json, Reading reading) {
		String name = problem.property();
		PartProperty property = Objects.requireNonNull(this.schema.property(name), name);
		Object value = arguments[property.index()];
		boolean missing = value == null || value.equals(this.absent[property.index()]);
		if (!missing) {
			reading.refusedProperty(new Refusal(this.type, name, json.get(name), ruleOf(property, json.get(name)),
					problem.expectation()));
			unknown.put(name, json.get(name));
			arguments[property.index()] = this.absent[property.index()];
		}
		else if (!json.hasNonNull(name) || isEmptyObject(json.get(name))) {
			reading.refusedProperty(
					new Refusal(this.type, name, null, CardRule.RECOMMENDED_PROPERTY, problem.expectation()));
		}
		return !missing;
	}

	private static CardRule ruleOf(PartProperty property, JsonNode value) {
		return (property.type() instanceof TreeType && value.isArray()) ? CardRule.WRONG_STRUCTURE
				: CardRule.INVALID_VALUE;
	}

	private static boolean isEmptyObject(JsonNode json) {
		return json.isObject() && json.isEmpty();
	}

}
