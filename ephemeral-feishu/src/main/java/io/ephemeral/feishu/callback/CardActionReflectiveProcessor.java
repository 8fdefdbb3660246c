package io.ephemeral.feishu.callback;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;

import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.binding.BoundHints;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.annotation.ReflectiveProcessor;

/**
 * Processor that registers methods with {@link CardAction} and their records for native
 * images.
 */
public final class CardActionReflectiveProcessor implements ReflectiveProcessor {

	/** Creates a processor. */
	public CardActionReflectiveProcessor() {
	}

	private static void register(ReflectionHints hints, Parameter parameter) {
		if (TypedAction.class.isAssignableFrom(parameter.getType())) {
			ActionRecords.recordsOf(parameter.getType()).forEach((record) -> {
				BoundHints.register(hints, record);
				ActionRecords.familiesOf(record).forEach((family) -> hints.registerType(family));
			});
		}
		else {
			BoundHints.register(hints, parameter.getParameterizedType());
		}
	}

	@Override
	public void registerReflectionHints(ReflectionHints hints, AnnotatedElement element) {
		if (element instanceof Method method) {
			hints.registerMethod(method, ExecutableMode.INVOKE);
			for (Parameter parameter : method.getParameters()) {
				hints.registerType(parameter.getType());
				if (CardMethod.isBound(parameter)) {
					register(hints, parameter);
				}
			}
		}
	}

}
