package io.ephemeral.feishu.callback.around;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.stereotype.Component;

/**
 * Stereotype for a bean whose methods with {@link CardExceptionHandler} serve all
 * handlers of the application. {@link org.springframework.core.annotation.Order} sorts
 * several of these beans. The first one with a method for an exception is used.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Component
public @interface CardActionAdvice {

}
