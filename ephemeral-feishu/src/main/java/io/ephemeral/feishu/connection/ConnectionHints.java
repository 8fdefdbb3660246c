package io.ephemeral.feishu.connection;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Hints for native images: request for an address, and a handler of Netty.
 */
final class ConnectionHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(),
				ConnectionEndpoint.Body.class);
		// Netty looks for methods that a handler does not override.
		hints.reflection().registerType(HiddenQuery.class);
	}

}
