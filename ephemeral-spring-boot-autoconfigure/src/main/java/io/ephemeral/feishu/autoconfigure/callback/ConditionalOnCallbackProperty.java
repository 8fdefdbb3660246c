package io.ephemeral.feishu.autoconfigure.callback;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * {@link Conditional @Conditional} that matches if at least one of
 * {@code feishu.callback.path}, {@code feishu.callback.encrypt-key} and
 * {@code feishu.callback.verification-token} has a value.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnCallbackPropertyCondition.class)
public @interface ConditionalOnCallbackProperty {

}
