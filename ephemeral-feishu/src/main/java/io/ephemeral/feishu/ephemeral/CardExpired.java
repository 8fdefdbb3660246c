package io.ephemeral.feishu.ephemeral;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.event.EventListener;

/**
 * Annotation for a method of a bean that runs when a card has expired and is deleted. The
 * method may have a parameter of the type {@link ExpiredCard}, and may block.
 * <p>
 * It runs once for a card, in the instance that has deleted it, also if the viewer has
 * deleted the card before. It does not run for a card that the application has deleted,
 * replaced or published before, or that is deleted because the application stops. If the
 * process ends between the deletion and the method, the method does not run. Its
 * exceptions are logged.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@EventListener(ExpiredCard.class)
public @interface CardExpired {

}
