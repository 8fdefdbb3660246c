package io.ephemeral.feishu.client;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Id of a response, which the platform's support asks for.
 */
final class LogId {

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,128}");

	private LogId() {
	}

	static @Nullable String of(HttpHeaders headers) {
		return of(headers.getFirst("X-Tt-Logid"));
	}

	/**
	 * Checks the form of a log id.
	 * @param text what a response has in its place; null if it has nothing
	 * @return null if it is no log id
	 */
	static @Nullable String of(@Nullable String text) {
		return (text != null && FORM.matcher(text).matches()) ? text : null;
	}

}
