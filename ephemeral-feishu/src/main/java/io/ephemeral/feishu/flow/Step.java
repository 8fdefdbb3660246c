package io.ephemeral.feishu.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Annotation for a method of a {@link CardFlow} that is one of its steps.
 * <p>
 * The method returns a {@link io.ephemeral.feishu.form.RecordForm} of a record, which is
 * the answer of this step, and in the last step an {@link Outcome}. It may also return a
 * {@code Mono} of these, and may block.
 * <p>
 * The method of the first step may have one parameter: a record that
 * {@link CardFlows#start} gives. The methods of other steps may have this record, the
 * answers of earlier steps, and all parameters of a
 * {@link io.ephemeral.feishu.callback.CardAction} method that are not read from a form or
 * a value.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Reflective(StepReflectiveProcessor.class)
public @interface Step {

	/**
	 * Returns the number of the step.
	 * @return 1 for the first step; the numbers have no gaps
	 */
	int value();

}
