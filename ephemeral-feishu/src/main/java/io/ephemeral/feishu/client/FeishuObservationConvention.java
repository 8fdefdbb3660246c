package io.ephemeral.feishu.client;

import java.util.Locale;

import io.ephemeral.feishu.error.ErrorCategory;
import io.ephemeral.feishu.error.FeishuApiException;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;

import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.ClientRequestObservationConvention;

/**
 * Observation convention for calls of the platform. Each call is one observation,
 * {@code feishu.calls}, which includes waits, requests for tokens and all attempts. It
 * replaces {@code http.client.requests}, which does not contain the codes of the
 * platform.
 * <p>
 * Three keys have few values and are used in metrics and traces:
 * <ul>
 * <li>{@code operation}: a name such as {@code ephemeral.send}, or method and path
 * template of the application's own call; {@code other} if that path may contain ids
 * <li>{@code outcome}: {@code success}, {@code refused}, {@code not_sent},
 * {@code unknown}, {@code canceled} or, for an error from outside the library,
 * {@code failed}; {@code none} during the call
 * <li>{@code category}: the {@link ErrorCategory} of the platform's error, or
 * {@code none}
 * </ul>
 * Two keys are used in traces only: {@code code} and {@code log_id} of the platform's
 * error. No key contains a person, a chat or words of a card.
 */
public final class FeishuObservationConvention implements ClientRequestObservationConvention {

	private static final KeyValue NO_CATEGORY = KeyValue.of("category", "none");

	@Override
	public String getName() {
		return "feishu.calls";
	}

	@Override
	public String getContextualName(ClientRequestObservationContext context) {
		return "feishu " + operation(context).getValue();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ClientRequestObservationContext context) {
		return KeyValues.of(operation(context), KeyValue.of("outcome", outcome(context)), category(context));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
		FeishuApiException answer = CallEnd.answerOf(context.getError());
		if (answer == null) {
			return KeyValues.empty();
		}
		String logId = answer.error().logId();
		KeyValues keys = KeyValues.of("code", Integer.toString(answer.code()));
		return (logId != null) ? keys.and("log_id", logId) : keys;
	}

	private static KeyValue operation(ClientRequestObservationContext context) {
		return KeyValue.of("operation", CallEnd.operationOf(context.getRequest()));
	}

	private static String outcome(ClientRequestObservationContext context) {
		Throwable error = context.getError();
		if (error == null) {
			return context.isAborted() ? "canceled" : (context.getResponse() != null) ? "success" : "none";
		}
		return CallEnd.outcomeOf(context.getRequest(), error);
	}

	private static KeyValue category(ClientRequestObservationContext context) {
		FeishuApiException answer = CallEnd.answerOf(context.getError());
		return (answer != null) ? KeyValue.of("category", answer.category().name().toLowerCase(Locale.ROOT))
				: NO_CATEGORY;
	}

}
