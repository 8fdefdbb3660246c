package io.ephemeral.feishu.action;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotation for a {@link TypedAction}, or for a family of them, that needs a
 * {@link Seal}. A component without one cannot be built, and a click without one reaches
 * no handler.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SealedAction {

}
