package io.ephemeral.feishu.callback;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reader of times and languages in the platform's formats.
 */
final class PlatformValues {

	/**
	 * Limit between seconds and milliseconds: in seconds it is the year 5138, in
	 * milliseconds 1973.
	 */
	private static final long LEAST_MILLIS = 100_000_000_000L;

	private static final long LEAST_MICROS = LEAST_MILLIS * 1000;

	private PlatformValues() {
	}

	/**
	 * Reads a time. Events have milliseconds, clicks microseconds, and some have seconds.
	 * @param number since 1970, as number or string
	 * @return the time, or null if it is none
	 */
	static @Nullable Instant instant(JsonNode number) {
		try {
			return instant(Long.parseLong(number.asString("")));
		}
		catch (NumberFormatException | DateTimeException ex) {
			return null;
		}
	}

	static Instant instant(long number) {
		if (Math.abs(number) >= LEAST_MICROS) {
			return Instant.EPOCH.plus(number, ChronoUnit.MICROS);
		}
		return (Math.abs(number) >= LEAST_MILLIS) ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
	}

	/**
	 * Reads a language.
	 * @param name such as {@code zh_cn}, {@code zh_CN} or {@code zh-CN}
	 * @return the language, or null if it is none
	 */
	static @Nullable Locale locale(String name) {
		Locale locale = Locale.forLanguageTag(name.replace('_', '-'));
		return locale.getLanguage().isEmpty() ? null : locale;
	}

}
