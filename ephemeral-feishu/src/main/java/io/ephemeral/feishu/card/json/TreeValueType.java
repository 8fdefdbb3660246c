package io.ephemeral.feishu.card.json;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Type of records with one tree, which stays unchanged.
 */
final class TreeValueType extends ScalarType {

	private final Constructor<?> constructor;

	private final MethodHandle getter;

	TreeValueType(Class<?> type) {
		super("");
		this.constructor = Constructors.of(type, JsonNode.class);
		this.getter = PartProperty.getter(type.getRecordComponents()[0]);
	}

	static boolean fits(Class<?> type) {
		RecordComponent[] components = type.getRecordComponents();
		return components.length == 1 && components[0].getType() == JsonNode.class;
	}

	@Override
	boolean fits(JsonNode json) {
		return true;
	}

	@Override
	Object convert(JsonNode json) {
		return Constructors.call(this.constructor, json);
	}

	@Override
	boolean isFullyTyped(Object value) {
		return false;
	}

	@Override
	void write(Object value, JsonGenerator generator) {
		try {
			generator.writeTree((JsonNode) (Object) this.getter.invokeExact(value));
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

}
