package io.ephemeral.feishu.callback.call;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Hints for native images: classes by which optional libraries are found.
 */
final class CallHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.reflection().registerTypeIfPresent(classLoader, ApplicationCall.CONTEXT_PROPAGATION);
		SuspendCall.COROUTINES.forEach((type) -> hints.reflection().registerTypeIfPresent(classLoader, type));
	}

}
