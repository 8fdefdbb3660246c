package io.ephemeral.feishu.callback;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Marks a method of a bean that handles clicks on cards.
 * <p>
 * The types of its parameters decide what they receive: {@link CardActionEvent}; the user
 * who clicked, as {@link io.ephemeral.feishu.Viewer}; {@link io.ephemeral.feishu.ChatId},
 * {@link io.ephemeral.feishu.MessageId} and {@link io.ephemeral.feishu.TenantKey}, and
 * the method does not run if the click does not contain them; {@link java.time.ZoneId} of
 * the user, or of the system if it is unknown; {@link java.util.Locale} as returned by
 * {@link CardActionEvent#locale()}, or of the application if it is unknown; a record,
 * which receives the form; and a record with {@link ActionValue}, which receives the
 * value of the component. If Bean Validation is present, records are validated, and a
 * toast names the wrong field.
 * <p>
 * The method returns a {@link CardActionReply}, a card that replaces the clicked one,
 * nothing, or a {@code Mono} of these. It may block. If it fails, the user sees an error,
 * but not the exception.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Reflective(CardActionReflectiveProcessor.class)
public @interface CardAction {

	/**
	 * Returns the names of the actions. Only one method may handle an action.
	 * @return names as in {@link CardActionEvent#action()}
	 */
	String[] value();

}
