package io.ephemeral.feishu.redis;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Hints for native images: scripts, and the JSON that Redis and the scripts contain.
 */
final class RedisHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern("io/ephemeral/feishu/redis/*.lua");
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(), ExchangeRequest.class,
				ExchangeAnswer.class, RedisExpiryStore.Entry.class);
	}

}
