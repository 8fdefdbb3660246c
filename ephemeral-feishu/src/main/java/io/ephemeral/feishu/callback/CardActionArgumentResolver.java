package io.ephemeral.feishu.callback;

import java.lang.reflect.Parameter;

import org.jspecify.annotations.Nullable;

/**
 * Source of arguments for methods with {@link CardAction}, so that they may have
 * parameters of the application's own types. Beans of this type are asked in their order,
 * when the application starts, for each parameter that is neither a {@code TypedAction},
 * nor has {@link ActionValue}, nor one of the types that the annotation lists. A record
 * that no bean supports is a form.
 */
public interface CardActionArgumentResolver {

	/**
	 * Returns whether this object has arguments for a parameter.
	 * @param parameter parameter of a handler, with its annotations and generic type
	 * @return whether {@link #resolve} is called for the parameter at each click
	 */
	boolean supports(Parameter parameter);

	/**
	 * Returns the argument for a click. This method may block, because it runs on a
	 * thread for handlers, before the handler.
	 * @param event the click
	 * @param parameter a parameter that this object supports
	 * @return the argument, or a {@code Mono} of it. Null and an empty {@code Mono} mean
	 * that the argument is null, which a primitive parameter cannot be. If this method or
	 * the {@code Mono} fails, the handler has failed with that error
	 */
	@Nullable Object resolve(CardActionEvent event, Parameter parameter);

}
