package io.ephemeral.feishu.simulator.tenant;

import java.util.List;

import io.ephemeral.feishu.simulator.card.CardViolation;
import org.jspecify.annotations.Nullable;

/**
 * Refusal of a call.
 */
public final class ApiRefusal extends RuntimeException {

	private final ApiError error;

	private @Nullable FieldViolation violation;

	private List<String> missingScopes = List.of();

	private @Nullable String help;

	/** Explanations of the simulator, in addition to the platform's message. */
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
	 * Creates a refusal with the platform's message, and an explanation outside of the
	 * body.
	 */
	public static ApiRefusal explained(ApiError error, String explanation) {
		ApiRefusal refusal = of(error);
		refusal.explanations = List.of(explanation);
		return refusal;
	}

	/**
	 * Creates a refusal of a card with the platform's message for the first violation,
	 * and an explanation of all violations outside of the body.
	 */
	public static ApiRefusal card(ApiError error, List<CardViolation> violations) {
		ApiRefusal refusal = of(error, violations.get(0).words());
		refusal.explanations = violations.stream().map(CardViolation::toString).toList();
		return refusal;
	}

	/**
	 * Creates a refusal of a field by the gateway, before the operation sees the request.
	 * @param value value of the field; empty without one
	 * @param description such as {@code the max len is 50}
	 */
	public static ApiRefusal validation(String field, String value, String description) {
		ApiRefusal refusal = of(ApiError.FIELD_INVALID);
		refusal.violation = new FieldViolation(field, value, description);
		return refusal;
	}

	/**
	 * Creates a refusal of a field that has another JSON type. The platform quotes the
	 * value.
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
	 * Returns the field that broke a rule; absent if the refusal has another reason.
	 */
	public @Nullable FieldViolation violation() {
		return this.violation;
	}

	/**
	 * Returns the explanations of the simulator.
	 */
	public List<String> explanations() {
		return this.explanations;
	}

	/**
	 * Returns scopes, if the app lacks all of them.
	 */
	public List<String> missingScopes() {
		return this.missingScopes;
	}

	/**
	 * Returns the page of the developer console that solves the problem; absent without
	 * one.
	 */
	public @Nullable String help() {
		return this.help;
	}

	public String message() {
		String message = getMessage();
		return (message != null) ? message : this.error.text();
	}

	/**
	 * Field that broke a rule.
	 *
	 * @param value value of the field; empty without one
	 */
	public record FieldViolation(String field, String value, String description) {
	}

}
