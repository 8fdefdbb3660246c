package io.ephemeral.feishu.card.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Unmodifiable copies of maps, in the order of the original.
 */
public final class OrderedCopy {

	private OrderedCopy() {
	}

	/**
	 * Copies a map.
	 * @param map any map
	 * @param <K> type of the keys
	 * @param <V> type of the values
	 * @return the copy
	 */
	public static <K, V extends @Nullable Object> Map<K, V> of(Map<K, V> map) {
		return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
	}

	/**
	 * Copies a map and adds an entry, or replaces the value of a key.
	 * @param map any map
	 * @param key key of the entry
	 * @param value value of the entry
	 * @param <K> type of the keys
	 * @param <V> type of the values
	 * @return the copy
	 */
	public static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
		Map<K, V> changed = new LinkedHashMap<>(map);
		changed.put(key, value);
		return Collections.unmodifiableMap(changed);
	}

}
