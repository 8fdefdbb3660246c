package io.ephemeral.feishu.callback;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Marks a method of a bean that answers clicks on cards.
 * <p>
 * Its parameters are found by their types: {@link CardActionEvent}; who pressed as
 * {@link io.ephemeral.feishu.Viewer}; {@link io.ephemeral.feishu.ChatId},
 * {@link io.ephemeral.feishu.MessageId} and {@link io.ephemeral.feishu.TenantKey},
 * without which the method does not run; {@link java.time.ZoneId} of the user, or else
 * the system's; {@link java.util.Locale} as of {@link CardActionEvent#locale()}, or else
 * the application's; a record, which is what was filled into the form; and a record with
 * {@link ActionValue}, which is the value of the component. Records are validated where
 * there is Bean Validation, and the user is told which field is wrong.
 * <p>
 * It returns a {@link CardActionReply}, a card that takes the place of the pressed one,
 * nothing, or a {@code Mono} of these. It may block. The user sees an error if it fails,
 * and nothing of the exception.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Reflective(CardActionReflectiveProcessor.class)
public @interface CardAction {

	/**
	 * Names of actions, each of which one method handles.
	 * @return the member {@code action} of the value of a component, or a value that is a
	 * string, or else the name of the component
	 */
	String[] value();

}
