package io.ephemeral.feishu.card.json;

import java.lang.reflect.Constructor;

import io.ephemeral.feishu.card.style.InvalidPropertyException;

/**
 * Constructors of records with one value.
 */
final class Constructors {

	private Constructors() {
	}

	static Constructor<?> of(Class<?> type, Class<?> value) {
		try {
			return type.getConstructor(value);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(type + " is not a value of a card", ex);
		}
	}

	/**
	 * Calls a constructor.
	 * @throws InvalidPropertyException if the record refuses the value
	 */
	static Object call(Constructor<?> constructor, Object value) {
		try {
			return constructor.newInstance(value);
		}
		catch (ReflectiveOperationException ex) {
			if (ex.getCause() instanceof InvalidPropertyException invalid) {
				throw invalid;
			}
			throw new IllegalStateException(ex);
		}
	}

}
