package io.ephemeral.feishu.client;

import java.util.Locale;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.FeishuException.Effect;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.ErrorCategory;
import io.ephemeral.feishu.error.FeishuApiException;
import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.function.client.ClientRequest;

/**
 * End of a call, as described in metrics, logs and the actuator. It contains no person,
 * no chat and no content of a card.
 *
 * @param operation name such as {@code ephemeral.send}, or method and path template of
 * the application's own call; {@code other} if that path may contain ids
 * @param outcome {@code success}, {@code refused}, {@code not_sent}, {@code unknown} or,
 * for an error from outside the library, {@code failed}
 * @param answer error that the platform returned; null if there is none
 */
public record CallEnd(String operation, String outcome, @Nullable FeishuApiException answer) {

	private static final String OTHER = "other";

	/**
	 * Describes the end of a call.
	 * @param request request of the call
	 * @param error error of the call; null if it succeeded
	 * @return the end
	 */
	public static CallEnd of(ClientRequest request, @Nullable Throwable error) {
		return (error == null) ? new CallEnd(operationOf(request), "success", null)
				: new CallEnd(operationOf(request), outcomeOf(request, error), answerOf(error));
	}

	/**
	 * Returns the category of the platform's error.
	 * @return name of the {@link ErrorCategory} in lower case; {@code none} if the
	 * platform returned no error
	 */
	public String category() {
		return (this.answer != null) ? this.answer.category().name().toLowerCase(Locale.ROOT) : "none";
	}

	static String operationOf(@Nullable ClientRequest request) {
		String template = (request != null) ? Operations.templateOf(request) : null;
		return (template != null) ? shownOperation(template) : OTHER;
	}

	/**
	 * Returns the name of an operation in metrics, logs and the actuator.
	 * @param operation name of the operation, such as {@code ephemeral.send}, or method
	 * and path of the application's own call
	 * @return the name; {@code other} for a path that may contain ids
	 */
	public static String shownOperation(String operation) {
		return (operation.indexOf('/') >= 0 && operation.indexOf('{') < 0) ? OTHER : operation;
	}

	static String outcomeOf(@Nullable ClientRequest request, Throwable error) {
		if (error instanceof FeishuApiException refusal) {
			return isOf(request, refusal) ? "refused" : "not_sent";
		}
		if (error instanceof FeishuException failure) {
			return (failure.effect() == Effect.UNKNOWN) ? "unknown" : "not_sent";
		}
		return "failed";
	}

	/**
	 * Returns whether the platform refused the call itself, and not the request for its
	 * token.
	 */
	private static boolean isOf(@Nullable ClientRequest request, FeishuApiException refusal) {
		return request != null && refusal.operation().equals(Operations.nameOf(request));
	}

	/** Returns the refusal that ended the call; null if the call ended otherwise. */
	static @Nullable FeishuApiException answerOf(@Nullable Throwable error) {
		Throwable answer = (error instanceof DeliveryUnknownException) ? error.getCause() : error;
		return (answer instanceof FeishuApiException refusal) ? refusal : null;
	}

}
