package io.ephemeral.feishu.card.element;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The platform's names of our types, looked up once.
 */
final class Tags extends ClassValue<String> {

	private static final Tags INSTANCE = new Tags();

	private Tags() {
	}

	static String of(Class<?> type) {
		return INSTANCE.get(type);
	}

	@Override
	protected String computeValue(Class<?> type) {
		return Objects.requireNonNull(type.getAnnotation(JsonTypeName.class), type::getName).value();
	}

}
