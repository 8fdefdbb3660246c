package io.ephemeral.feishu.card;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Copies that nobody changes, in the order of the original.
 */
final class OrderedCopy {

	private OrderedCopy() {
	}

	static <K, V extends @Nullable Object> Map<K, V> of(Map<K, V> map) {
		return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
	}

}
