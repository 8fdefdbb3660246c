package io.ephemeral.feishu.flow;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;

import io.ephemeral.feishu.binding.BoundHints;
import io.ephemeral.feishu.callback.CardActionReflectiveProcessor;

import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.annotation.ReflectiveProcessor;

/**
 * Processor that registers methods with {@link Step} and their records for native images.
 */
final class StepReflectiveProcessor implements ReflectiveProcessor {

	private final CardActionReflectiveProcessor methods = new CardActionReflectiveProcessor();

	@Override
	public void registerReflectionHints(ReflectionHints hints, AnnotatedElement element) {
		this.methods.registerReflectionHints(hints, element);
		Class<?> answer = (element instanceof Method method) ? FlowStep.answerOf(method) : null;
		if (answer != null) {
			BoundHints.register(hints, answer);
		}
	}

}
