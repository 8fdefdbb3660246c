package io.ephemeral.feishu.callback.around;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.ephemeral.feishu.InvalidHandlerException;
import io.ephemeral.feishu.callback.CallbackToasts;
import io.ephemeral.feishu.callback.CardMethod;
import org.jspecify.annotations.Nullable;

/**
 * Methods with {@link CardExceptionHandler} of one bean.
 */
final class ExceptionMethods {

	private final Map<Class<?>, CardMethod> methods = new HashMap<>();

	ExceptionMethods(Collection<CardMethod> methods) {
		methods.forEach(this::add);
	}

	private void add(CardMethod method) {
		Class<?> failure = method.failure();
		if (failure == null) {
			throw new InvalidHandlerException(
					"@CardExceptionHandler on " + method + " needs a parameter that is a Throwable",
					"Add a parameter of the type of the exception to handle");
		}
		CardMethod other = this.methods.putIfAbsent(failure, method);
		InvalidHandlerException.require(other == null, () -> "The exception " + failure.getName()
				+ " is handled twice in one bean: by " + other + " and by " + method, "Remove one of them");
	}

	/**
	 * Finds the method for an error.
	 * @return the method with its argument; null if there is none
	 */
	@Nullable Caught find(Throwable error) {
		CardMethod named = this.methods.get(error.getClass());
		if (named != null || CallbackToasts.explains(error)) {
			return (named != null) ? new Caught(named, error) : null;
		}
		for (Class<?> type = error.getClass(); type != Object.class; type = type.getSuperclass()) {
			CardMethod method = this.methods.get(type);
			if (method != null) {
				return new Caught(method, error);
			}
		}
		Throwable cause = error.getCause();
		return (cause != null) ? find(cause) : null;
	}

	/**
	 * Method for an error.
	 *
	 * @param method the method
	 * @param error its argument
	 */
	record Caught(CardMethod method, Throwable error) {
	}

}
