package io.ephemeral.feishu.callback.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reader of texts, times and languages in the platform's formats.
 */
public final class PlatformValues {

	/**
	 * Limit between seconds and milliseconds. In seconds it is in the year 5138, in
	 * milliseconds in 1973.
	 */
	private static final long LEAST_MILLIS = 100_000_000_000L;

	private static final long LEAST_MICROS = LEAST_MILLIS * 1000;

	private PlatformValues() {
	}

	/**
	 * Reads a time. Events have milliseconds, clicks have microseconds, and some
	 * callbacks have seconds.
	 * @param number time since 1970, as a number or string
	 * @return the time; null if the node is not a time
	 */
	public static @Nullable Instant instant(JsonNode number) {
		try {
			return instant(Long.parseLong(number.asString("")));
		}
		catch (NumberFormatException | DateTimeException ex) {
			return null;
		}
	}

	public static Instant instant(long number) {
		if (Math.abs(number) >= LEAST_MICROS) {
			return Instant.EPOCH.plus(number, ChronoUnit.MICROS);
		}
		return (Math.abs(number) >= LEAST_MILLIS) ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
	}

	/**
	 * Reads a language.
	 * @param name name such as {@code zh_cn}, {@code zh_CN} or {@code zh-CN}
	 * @return the language; null if the name is not a language
	 */
	public static @Nullable Locale locale(String name) {
		Locale locale = Locale.forLanguageTag(name.replace('_', '-'));
		return locale.getLanguage().isEmpty() ? null : locale;
	}

	/** Returns the text of a node, or null if it is absent or blank. */
	public static @Nullable String text(JsonNode node) {
		String text = node.asString("");
		return text.isBlank() ? null : text;
	}

}
