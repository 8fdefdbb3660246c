package io.ephemeral.feishu.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.stereotype.Component;

/**
 * Annotation for a class whose methods are the steps of a flow: <pre class="code">
 * &#64;CardFlow
 * class Leave {
 *
 * 	&#64;Step(1)
 * 	RecordForm&lt;Period&gt; when(Start start) {
 * 		return RecordForm.of(Period.class);
 * 	}
 *
 * 	&#64;Step(2)
 * 	RecordForm&lt;Deputy&gt; who(Period period) {
 * 		return RecordForm.of(Deputy.class);
 * 	}
 *
 * 	&#64;Step(3)
 * 	Outcome done(Period period, Deputy deputy) {
 * 		return Outcome.publish(card(period, deputy));
 * 	}
 *
 * }</pre>
 * <p>
 * {@link CardFlows} starts a flow. Each form takes the place of the one before. What was
 * answered travels sealed in the card, so a flow continues in any instance of the
 * application, and after a restart. Only answers of more than about 1 KB are kept in the
 * {@code AnswerStore}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Component
public @interface CardFlow {

	/**
	 * Returns the name of the flow, which is the name of its action in cards.
	 * @return the name; empty for the simple name of the class, which is the default
	 */
	String name() default "";

	/**
	 * Returns the time from the start after which no step can be submitted any more. Up
	 * to an hour, the platform itself refuses to publish the same outcome twice.
	 * @return a positive duration, such as {@code 30m}, which is the default, or
	 * {@code PT30M}
	 */
	String timeout() default "30m";

}
