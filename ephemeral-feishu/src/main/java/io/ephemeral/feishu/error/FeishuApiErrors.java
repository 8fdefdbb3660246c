package io.ephemeral.feishu.error;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * Reader of the errors of the platform. All parts except the code may be missing.
 */
public final class FeishuApiErrors {

	private static final int MAX_LINK = 500;

	/**
	 * Minimum length of a quotation, because a shorter value may occur in other words by
	 * chance.
	 */
	private static final int SHORTEST_QUOTATION = 4;

	/**
	 * Wait in seconds. Longer waits are ignored, because a call would not wait so long.
	 */
	private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

	private FeishuApiErrors() {
	}

	/**
	 * Reads an error.
	 * @param operation name of the operation
	 * @param status HTTP status of the response
	 * @param headers headers of the response
	 * @param code code of the error
	 * @param body body of the response, or a missing node
	 * @return the error, whose texts are printable
	 */
	public static FeishuApiError read(String operation, HttpStatusCode status, HttpHeaders headers, int code,
			JsonNode body) {
		String message = PrintableText.of(body.path("msg").asString(""));
		PlatformWords words = PlatformWords.of(message);
		JsonNode error = body.path("error");
		return new FeishuApiError(operation, status, code, message, logId(body, headers), words.innerCode(),
				words.innerPath(), missingScopes(error), console(error), retryAfter(headers), violations(body));
	}

	private static @Nullable String logId(JsonNode body, HttpHeaders headers) {
		// One page of the documentation has "logid".
		return Stream.of("/error/log_id", "/error/logid", "/log_id")
			.map((place) -> LogId.of(body.at(place).asString("")))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(() -> LogId.of(headers));
	}

	private static List<String> missingScopes(JsonNode error) {
		return error.path("permission_violations")
			.valueStream()
			.map((violation) -> PrintableText.of(violation.path("subject").asString("")).strip())
			.toList();
	}

	/**
	 * Reads the violations in the error, as documented, and at the top level, as
	 * observed.
	 */
	private static List<FieldViolation> violations(JsonNode body) {
		return Stream.of("/error/field_violations", "/field_violations")
			.flatMap((place) -> body.at(place).valueStream())
			.map(FeishuApiErrors::violation)
			.distinct()
			.toList();
	}

	private static FieldViolation violation(JsonNode violation) {
		JsonNode value = violation.path("value");
		String description = violation.path("description").asString("");
		return new FieldViolation(violation.path("field").asString(""),
				withoutQuotation(description, value.isString() ? value.stringValue() : value.toString()));
	}

	private static String withoutQuotation(String description, String value) {
		String quotation = value.strip();
		return (quotation.length() < SHORTEST_QUOTATION) ? description : description.replace(quotation, "…");
	}

	private static @Nullable URI console(JsonNode error) {
		try {
			String link = PrintableText.of(error.path("helps").path(0).path("url").asString(""));
			return (link.startsWith("https://") && link.length() <= MAX_LINK) ? URI.create(link) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static @Nullable Duration retryAfter(HttpHeaders headers) {
		String seconds = headers.getFirst("x-ogw-ratelimit-reset");
		return (seconds != null && SECONDS.matcher(seconds.strip()).matches())
				? Duration.ofSeconds(Long.parseLong(seconds.strip())) : null;
	}

}
