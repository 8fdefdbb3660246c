package io.ephemeral.feishu.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * Reads what the platform says when it refuses a call. Everything but the code may be
 * missing.
 */
final class FeishuApiErrors {

	private static final Pattern INNER_CODE = Pattern.compile("ErrCode:\\s*(\\d{1,9})");

	private static final Pattern INNER_PATH = Pattern.compile("ErrPath:\\s*ROOT((?:\\s*->\\s*[A-Za-z0-9_]+)+)");

	private static final Pattern STEP = Pattern.compile("->\\s*([A-Za-z0-9_]+)");

	/** Seconds; a longer wait is nothing that a call would sit out. */
	private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

	private FeishuApiErrors() {
	}

	static FeishuApiError read(String operation, HttpStatusCode status, HttpHeaders headers, int code, JsonNode body) {
		String message = body.path("msg").asString("");
		JsonNode error = body.path("error");
		return new FeishuApiError(operation, status, code, message, logId(error, headers), innerCode(message),
				innerPath(message), missingScopes(error), console(error), retryAfter(headers));
	}

	private static @Nullable String logId(JsonNode error, HttpHeaders headers) {
		// One page of the documents has "logid".
		return error.path("log_id").asString(error.path("logid").asString(LogId.of(headers)));
	}

	private static @Nullable Integer innerCode(String message) {
		Matcher matcher = INNER_CODE.matcher(message);
		return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
	}

	private static @Nullable String innerPath(String message) {
		Matcher path = INNER_PATH.matcher(message);
		if (!path.find()) {
			return null;
		}
		StringBuilder written = new StringBuilder();
		Matcher step = STEP.matcher(path.group(1));
		while (step.find()) {
			String name = step.group(1);
			boolean index = name.chars().allMatch(Character::isDigit);
			written.append(index ? "[" + name + "]" : (written.isEmpty() ? "" : ".") + name);
		}
		return written.toString();
	}

	private static List<String> missingScopes(JsonNode error) {
		return error.path("permission_violations")
			.valueStream()
			.map((violation) -> violation.path("subject").asString(""))
			.filter((scope) -> !scope.isBlank())
			.toList();
	}

	private static @Nullable URI console(JsonNode error) {
		try {
			String link = error.path("helps").path(0).path("url").asString("");
			return link.startsWith("https://") ? URI.create(link) : null;
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
