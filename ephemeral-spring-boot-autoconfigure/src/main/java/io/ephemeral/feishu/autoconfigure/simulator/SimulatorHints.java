package io.ephemeral.feishu.autoconfigure.simulator;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Hints for native images: the page of the simulator, which does not know Spring.
 */
final class SimulatorHints implements RuntimeHintsRegistrar {

	private static final String SIMULATOR = "io/ephemeral/feishu/simulator/";

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources()
			.registerPattern(SIMULATOR + "page/*.html")
			.registerPattern(SIMULATOR + "page/*.css")
			.registerPattern(SIMULATOR + "page/*.js")
			.registerPattern(SIMULATOR + "third-party/*.js")
			.registerPattern("META-INF/maven/org.webjars.npm/marked/pom.properties")
			.registerPattern("META-INF/resources/webjars/marked/*/lib/marked.umd.js");
	}

}
