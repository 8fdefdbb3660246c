package io.ephemeral.feishu.flow;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Objects;

import io.ephemeral.feishu.InvalidHandlerException;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.callback.ActionValue;
import io.ephemeral.feishu.callback.CardMethod;
import io.ephemeral.feishu.form.RecordForm;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;

/**
 * One step of a flow.
 *
 * @param number number of the step, from 1
 * @param method method that creates the form or the outcome
 * @param answer record of the form; null for the last step
 */
record FlowStep(int number, CardMethod method, @Nullable Class<? extends Record> answer) {

	/**
	 * Creates the step of a method.
	 * @throws InvalidHandlerException if the method cannot be a step
	 */
	static FlowStep of(CardMethod method) {
		Step step = Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(method.declared(), Step.class));
		Class<? extends Record> answer = answerOf(method.declared());
		InvalidHandlerException.require(answer != null || isLast(method.declared()),
				() -> "The step " + method + " returns " + ResolvableType.forMethodReturnType(method.declared()),
				"Return the form of a record, such as RecordForm<Period>, and in the last step an Outcome, or a Mono of "
						+ "one of these");
		for (Parameter parameter : method.declared().getParameters()) {
			InvalidHandlerException.require(!isReadFromClick(parameter),
					() -> "The step " + method + " must not have the parameter '" + parameter.getName()
							+ "', because a step receives records of the flow, but no action, value or exception",
					"Remove the parameter");
		}
		return new FlowStep(step.value(), method, answer);
	}

	private static boolean isReadFromClick(Parameter parameter) {
		return parameter.isAnnotationPresent(ActionValue.class)
				|| TypedAction.class.isAssignableFrom(parameter.getType())
				|| Throwable.class.isAssignableFrom(parameter.getType());
	}

	private static boolean isLast(Method method) {
		return result(method).resolve() == Outcome.class;
	}

	/** Returns the record of the form that a method returns; null if it returns none. */
	static @Nullable Class<? extends Record> answerOf(Method method) {
		ResolvableType result = result(method);
		Class<?> record = (result.resolve() == RecordForm.class) ? result.getGeneric().resolve() : null;
		return (record != null && record.isRecord()) ? record.asSubclass(Record.class) : null;
	}

	private static ResolvableType result(Method method) {
		ResolvableType returned = ResolvableType.forMethodReturnType(method);
		return (returned.resolve() == Mono.class) ? returned.getGeneric() : returned;
	}

	/**
	 * Returns the record of the form.
	 * @throws IllegalStateException for the last step, which has none
	 */
	Class<? extends Record> form() {
		Class<? extends Record> form = this.answer;
		Assert.state(form != null, () -> "The step " + this.method + " has no form");
		return form;
	}

	/** Returns the error of a step that returns nothing. */
	<T> Mono<T> nothing() {
		return Mono.error(() -> new IllegalStateException(
				"The step " + this.method + " returned nothing, but a form or an Outcome is expected"));
	}

	@Override
	public String toString() {
		return this.method.toString();
	}

}
