package io.ephemeral.feishu.flow;

import io.ephemeral.feishu.binding.BoundHints;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Hints for native images: action of the cards of flows.
 */
final class FlowHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BoundHints.register(hints.reflection(), FlowForms.Sealed.class);
	}

}
