package io.ephemeral.feishu.callback;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Annotation for a method of a bean that handles clicks on cards.
 * <p>
 * The method may have parameters of these types:
 * <ul>
 * <li>{@link CardActionEvent}
 * <li>{@link io.ephemeral.feishu.Viewer}: the user who clicked
 * <li>{@link io.ephemeral.feishu.ChatId}, {@link io.ephemeral.feishu.MessageId} and
 * {@link io.ephemeral.feishu.TenantKey}; the method does not run if the click does not
 * contain them
 * <li>{@link java.time.ZoneId} of the user, or of the system if it is unknown
 * <li>{@link java.util.Locale} from {@link CardActionEvent#locale()}, or of the
 * application if it is unknown
 * <li>a {@link io.ephemeral.feishu.action.TypedAction}, or a sealed family of these: the
 * method then handles exactly these actions, and the annotation has no name
 * <li>a record with {@link ActionValue}, which receives the value of the component
 * <li>a type that a {@link CardActionArgumentResolver} supports
 * <li>another record, which receives the form; its simple name is the action if the
 * annotation has no name and no parameter is a typed action
 * </ul>
 * A Kotlin data class, or another class with one constructor, can take the place of a
 * record.
 * <p>
 * If Bean Validation is present, records are validated. If the user made a mistake, a
 * {@link io.ephemeral.feishu.form.RecordForm} is shown again with texts at the wrong
 * fields, and for any other form, a toast names the wrong field.
 * <p>
 * The method returns a {@link CardActionReply}, a card that replaces the clicked one,
 * nothing, or a {@code Mono} of these. It may block, or be a {@code suspend} function of
 * Kotlin. If the method fails, the user sees an error, but not the exception.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Reflective(CardActionReflectiveProcessor.class)
public @interface CardAction {

	/**
	 * Returns the names of the actions. Only one method may handle an action.
	 * @return names of actions, see {@link CardActionEvent#action()}; empty, which is the
	 * default, if a parameter is a typed action
	 */
	String[] value() default {};

}
