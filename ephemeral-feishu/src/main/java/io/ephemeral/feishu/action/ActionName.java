package io.ephemeral.feishu.action;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotation for a {@link TypedAction} whose name in cards is not the simple name of its
 * type. Set it before you rename a type, so that the cards that members still see keep
 * their handler.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ActionName {

	/**
	 * Returns the names of the action.
	 * @return the name that new cards contain, then the names in older cards; not empty,
	 * none blank
	 */
	String[] value();

}
