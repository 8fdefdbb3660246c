package io.ephemeral.feishu.error;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Reader of log ids, which the platform's support asks for.
 */
public final class LogId {

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,128}");

	private LogId() {
	}

	/**
	 * Reads the log id of a response.
	 * @param headers headers of the response
	 * @return the log id; null if there is none
	 */
	public static @Nullable String of(HttpHeaders headers) {
		return of(headers.getFirst("X-Tt-Logid"));
	}

	/**
	 * Checks the form of a log id.
	 * @param text log id from a response; may be null
	 * @return the log id; null if the text does not have the form of a log id
	 */
	static @Nullable String of(@Nullable String text) {
		return (text != null && FORM.matcher(text).matches()) ? text : null;
	}

}
