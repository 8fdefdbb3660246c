package io.ephemeral.feishu.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotation for a component of a record, or for the property of a Kotlin data class,
 * that sets how a {@link RecordForm} shows it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.RECORD_COMPONENT, ElementType.FIELD })
public @interface FormField {

	/**
	 * Returns the label. A message of the application takes precedence.
	 * @return plain text; by default, words made from the name of the component
	 */
	String label() default "";

	/**
	 * Returns the text shown in the empty field. A message of the application takes
	 * precedence.
	 * @return plain text of at most 100 characters; by default, the range of a number, or
	 * a general text
	 */
	String placeholder() default "";

	/**
	 * Returns the number of rows of a field for text.
	 * @return number of rows; 1 for a single line. By default, a text that may have more
	 * than 100 characters according to {@code @Size} has 5 rows, and any other text has 1
	 */
	int rows() default 0;

}
