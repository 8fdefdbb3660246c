package io.ephemeral.feishu.card;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.CardReader.Reading;
import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.element.Chart;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.Image;
import io.ephemeral.feishu.card.element.Table;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.style.InvalidPropertyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A record of the card model. Its components tell which properties the object in the JSON
 * has, and its constructor which values they take. What is not taken goes into the last
 * component.
 */
final class RecordType implements ValueType {

	/** Properties without which the platform refuses the card. */
	private static final Map<Class<?>, String> REFUSED_WITHOUT = Map.of(Image.class, "img_key", Chart.class,
			"chart_spec", Table.class, "columns");

	private final Class<?> type;

	private final Constructor<?> constructor;

	private final @Nullable String name;

	/** The property that holds the name. */
	private final String typeProperty;

	private final Map<String, Property> properties = new HashMap<>();

	private final List<Property> requiredCollections = new ArrayList<>();

	/** The constructor's arguments for an object without properties. */
	private final @Nullable Object[] absent;

	/**
	 * Learns a record.
	 * @param type its class
	 * @param types what was learned before, by class; takes this one
	 */
	RecordType(Class<?> type, Map<Class<?>, ValueType> types) {
		types.put(type, this);
		this.type = type;
		JsonTypeName annotation = type.getAnnotation(JsonTypeName.class);
		this.name = (annotation != null) ? annotation.value() : null;
		JsonTypeInfo info = CardPart.typeInfo(type);
		this.typeProperty = (info != null) ? info.property() : "";
		this.constructor = type.getConstructors()[0];
		RecordComponent[] components = type.getRecordComponents();
		this.absent = new Object[components.length];
		for (int index = 0; index < components.length - 1; index++) {
			learn(components[index], index, types);
		}
	}

	private void learn(RecordComponent component, int index, Map<Class<?>, ValueType> types) {
		String name = CardPart.nameOf(component);
		JsonFormat format = component.getAccessor().getAnnotation(JsonFormat.class);
		ValueType type = (format != null) ? ValueType.time(component.getType(), format.pattern())
				: ValueType.of(component.getGenericType(), types);
		Property property = new Property(name, index, type);
		this.properties.put(name, property);
		if (type.empty() != null && component.getAccessor().getAnnotation(JsonInclude.class) == null) {
			this.requiredCollections.add(property);
		}
		else {
			this.absent[index] = type.empty();
		}
	}

	@Nullable String name() {
		return this.name;
	}

	@Override
	public @Nullable Object read(JsonNode json, Reading reading) {
		if (!json.isObject()) {
			reading.report(CardRule.WRONG_STRUCTURE, "must be an object");
			return null;
		}
		if (isEmptyObject(json)) {
			// In official samples it is the same as none, so there is nothing to complain
			// of.
			return (this.name == null) ? create(json, this.absent.clone(), Map.of(), Reading.silent()) : null;
		}
		if (this.name != null && !this.name.equals(json.path(this.typeProperty).asString(""))) {
			reading.report(CardRule.INVALID_VALUE, "must have the " + this.typeProperty + " " + this.name);
			if (!json.has(this.typeProperty)) {
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
			Property property = this.properties.get(entry.getKey());
			if (property != null) {
				read(property, entry.getValue(), arguments, unknown, reading);
			}
			else if (!this.typeProperty.equals(entry.getKey())) {
				ForeignProperty foreign = ForeignProperty.of(this.type, entry.getKey());
				reading.report(entry.getKey(), foreign.rule(), foreign.problem());
				unknown.put(entry.getKey(), entry.getValue());
			}
		}
		return create(json, arguments, unknown, reading);
	}

	private void read(Property property, JsonNode json, @Nullable Object[] arguments, Map<String, JsonNode> unknown,
			Reading reading) {
		if (json.isNull()) {
			reading.report(property.name(), CardRule.NULL_VALUE, "is null");
			unknown.put(property.name(), json);
			return;
		}
		reading.path().enter(property.name());
		Object value = property.type().read(json, reading);
		reading.path().leave();
		Object none = this.absent[property.index()];
		if (value == null || (none != null && none.equals(value))) {
			// An empty collection is the same as none, and would not be written.
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
			for (Property property : this.requiredCollections) {
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

	/** Whether the object can do without the property that it does not take. */
	private boolean setAside(InvalidPropertyException problem, @Nullable Object[] arguments,
			Map<String, JsonNode> unknown, JsonNode json, Reading reading) {
		String name = problem.property();
		Property property = Objects.requireNonNull(this.properties.get(name), name);
		Object value = arguments[property.index()];
		boolean missing = value == null || value.equals(this.absent[property.index()]);
		if (!missing) {
			report(name, isWrongStructure(property, json.get(name)) ? CardRule.WRONG_STRUCTURE : CardRule.INVALID_VALUE,
					problem, reading);
			unknown.put(name, json.get(name));
			arguments[property.index()] = this.absent[property.index()];
		}
		else if (!json.hasNonNull(name) || isEmptyObject(json.get(name))) {
			report(name, name.equals(REFUSED_WITHOUT.get(this.type)) ? CardRule.REQUIRED_PROPERTY
					: CardRule.RECOMMENDED_PROPERTY, problem, reading);
		}
		return !missing;
	}

	/** The walk through a card checks names and ids, wherever they are. */
	private void report(String property, CardRule rule, InvalidPropertyException problem, Reading reading) {
		if (!property.equals("element_id") && !(property.equals("name") && this.type == Form.class)) {
			reading.report(property, rule, problem.expectation());
		}
	}

	/** A callback takes text as well, and nothing is known about other scalars. */
	private static boolean isWrongStructure(Property property, JsonNode value) {
		return ANY.equals(property.type())
				&& (value.isArray() || (property.name().equals("chart_spec") && !value.isObject()));
	}

	private static boolean isEmptyObject(JsonNode json) {
		return json.isObject() && json.isEmpty();
	}

	private record Property(String name, int index, ValueType type) {
	}

}
