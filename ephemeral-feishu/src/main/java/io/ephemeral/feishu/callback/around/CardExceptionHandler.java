package io.ephemeral.feishu.callback.around;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.ephemeral.feishu.callback.CardActionReflectiveProcessor;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Annotation for a method that turns an exception of a handler into a reply.
 * <p>
 * The method has one parameter that is a {@link Throwable}. Its type is the type of the
 * exceptions that the method handles. The other parameters, and the results, are those of
 * {@link io.ephemeral.feishu.callback.CardAction}. A method in the bean of the handler
 * comes first, then those in beans with {@link CardActionAdvice}. In each bean, the
 * nearest superclass of the exception wins. If there is no method for the exception, its
 * cause counts.
 * <p>
 * A mistake in a form, and too many clicks, have texts of their own. They reach a method
 * only if its parameter is exactly a
 * {@link io.ephemeral.feishu.callback.FormBindingException} or an
 * {@link io.ephemeral.feishu.callback.InvalidFormException}. If the method itself fails,
 * the log has both errors, and the user reads that the action failed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Reflective(CardActionReflectiveProcessor.class)
public @interface CardExceptionHandler {

}
