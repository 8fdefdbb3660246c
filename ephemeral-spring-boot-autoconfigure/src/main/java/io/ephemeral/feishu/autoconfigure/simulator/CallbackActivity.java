package io.ephemeral.feishu.autoconfigure.simulator;

import java.util.List;
import java.util.Locale;

import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.RunningWork;
import io.ephemeral.feishu.simulator.ApplicationActivity;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Handlers, {@code afterwards} and listeners that have not ended.
 */
record CallbackActivity(ObjectProvider<CallbackProcessor> processors) implements ApplicationActivity {

	@Override
	public List<String> running() {
		return this.processors.stream()
			.flatMap((processor) -> processor.running().stream())
			.map(CallbackActivity::describe)
			.toList();
	}

	private static String describe(RunningWork work) {
		return "%s %s for %d ms".formatted(work.kind().name().toLowerCase(Locale.ROOT), work.name(),
				work.age().toMillis());
	}

}
