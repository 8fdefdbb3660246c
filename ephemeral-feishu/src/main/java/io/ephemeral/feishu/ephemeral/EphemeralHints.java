package io.ephemeral.feishu.ephemeral;

import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Hints for native images: bodies of requests, and all kinds of viewers in them.
 */
final class EphemeralHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();
		binding.registerReflectionHints(hints.reflection(), CardCalls.SendRequest.class, CardCalls.DeleteRequest.class);
		binding.registerReflectionHints(hints.reflection(), Viewer.class.getPermittedSubclasses());
	}

}
