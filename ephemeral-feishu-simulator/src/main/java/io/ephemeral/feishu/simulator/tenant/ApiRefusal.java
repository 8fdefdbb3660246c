package io.ephemeral.feishu.simulator.tenant;

import java.util.List;

import io.ephemeral.feishu.simulator.card.CardViolation;
import org.jspecify.annotations.Nullable;

/**
 * Ends the processing of a call that the platform would refuse.
 */
public final class ApiRefusal extends RuntimeException {

	private final ApiError error;

	private @Nullable FieldViolation violation;

	private List<String> missingScopes = List.of();

	private @Nullable String help;

	/** In the simulator's own words, beside those of the platform. */
	private List<String> explanations = List.of();

	private ApiRefusal(ApiError error, String message) {
		super(message, null, false, false);
		this.error = error;
	}

	public static ApiRefusal missingScopes(String appId, List<String> anyOf) {
		ApiRefusal refusal = new ApiRefusal(ApiError.SCOPE_MISSING, ApiError.SCOPE_MISSING.text() + ": " + anyOf);
		refusal.missingScopes = anyOf;
		refusal.help = "https://open.feishu.cn/app/" + appId + "/auth?q=" + String.join(",", anyOf);
		return refusal;
	}

	public static ApiRefusal of(ApiError error) {
		return new ApiRefusal(error, error.text());
	}

	public static ApiRefusal of(ApiError error, String detail) {
		return new ApiRefusal(error, error.text() + ", ext=" + detail);
	}

	/**
	 * Answers with the platform's words alone, and explains them beside the body.
	 */
	public static ApiRefusal explained(ApiError error, String explanation) {
		ApiRefusal refusal = of(error);
		refusal.explanations = List.of(explanation);
		return refusal;
	}

	/**
	 * Names the first violation of a card in the platform's words, as the platform does,
	 * and explains all of them beside the body.
	 */
	public static ApiRefusal card(ApiError error, List<CardViolation> violations) {
		ApiRefusal refusal = of(error, violations.get(0).words());
		refusal.explanations = violations.stream().map(CardViolation::toString).toList();
		return refusal;
	}

	/**
	 * Refuses a field as the gateway does, before the operation sees the request.
	 * @param value what the request has there; empty without one
	 * @param description such as {@code the max len is 50}
	 */
	public static ApiRefusal validation(String field, String value, String description) {
		ApiRefusal refusal = of(ApiError.FIELD_INVALID);
		refusal.violation = new FieldViolation(field, value, description);
		return refusal;
	}

	/**
	 * Refuses a body whose field is of another JSON type. The platform quotes the value.
	 */
	public static ApiRefusal wrongType(String field, String value) {
		return new ApiRefusal(ApiError.INVALID_REQUEST, "Invalid parameter type in json: " + field
				+ ". Invalid parameter value: " + value + ". Please check and modify accordingly.");
	}

	public static ApiRefusal noMessageId(String id) {
		return new ApiRefusal(ApiError.MESSAGE_ID_INVALID, ApiError.MESSAGE_ID_INVALID.text()
				+ ". example value: om_dc13264520392913993dd051dba21dcf, Invalid ids: [" + id + "]");
	}

	public static ApiRefusal field(String field, String detail) {
		return field(ApiError.INVALID_PARAMETER, field, detail);
	}

	public static ApiRefusal field(ApiError error, String field, String detail) {
		ApiRefusal refusal = of(error, detail);
		refusal.violation = new FieldViolation(field, "", refusal.message());
		return refusal;
	}

	public ApiError error() {
		return this.error;
	}

	/**
	 * The field of the request that broke a rule; absent when the refusal is not about
	 * one.
	 */
	public @Nullable FieldViolation violation() {
		return this.violation;
	}

	/**
	 * What the simulator says beside the platform's words.
	 */
	public List<String> explanations() {
		return this.explanations;
	}

	/**
	 * Of which the app needs one.
	 */
	public List<String> missingScopes() {
		return this.missingScopes;
	}

	/**
	 * The page of the developer console that mends it; absent if there is none.
	 */
	public @Nullable String help() {
		return this.help;
	}

	public String message() {
		String message = getMessage();
		return (message != null) ? message : this.error.text();
	}

	/**
	 * A field that broke a rule.
	 *
	 * @param value what the request has there; empty when that is left out
	 */
	public record FieldViolation(String field, String value, String description) {
	}

}
