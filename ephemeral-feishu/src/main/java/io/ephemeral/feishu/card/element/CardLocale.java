package io.ephemeral.feishu.card.element;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Languages of the platform's clients.
 */
public enum CardLocale {

	ZH_CN, EN_US, ZH_HK, ZH_TW, JA_JP, ID_ID, VI_VN, TH_TH, PT_BR, ES_ES, KO_KR, DE_DE, FR_FR, IT_IT, RU_RU, MS_MY;

	private final String code = name().toLowerCase(Locale.ROOT);

	private final Locale locale = Locale.forLanguageTag(name().replace('_', '-'));

	/**
	 * Returns the platform's name of the language.
	 * @return the name, such as {@code en_us}
	 */
	@JsonValue
	public String code() {
		return this.code;
	}

	/**
	 * Returns the Java locale of the language.
	 * @return a locale with language and country
	 */
	public Locale locale() {
		return this.locale;
	}

	/**
	 * Returns the languages that match a locale, the best one first: the same language
	 * and country, then the same language in other countries. For Chinese, the script is
	 * more important than the country: Hong Kong and Taiwan match each other better than
	 * they match the mainland.
	 * @param locale any locale
	 * @return the languages in the order of preference; empty if the platform does not
	 * have the language
	 */
	public static List<CardLocale> matching(Locale locale) {
		return Arrays.stream(values())
			.filter((candidate) -> distance(candidate, locale) < Integer.MAX_VALUE)
			.sorted((one, other) -> Integer.compare(distance(one, locale), distance(other, locale)))
			.toList();
	}

	/**
	 * Returns the language with a given name.
	 * @param code name of the language, such as {@code en_us}
	 * @return the language, or null if the platform has no language with this name
	 */
	public static @Nullable CardLocale ofCode(String code) {
		return Arrays.stream(values()).filter((locale) -> locale.code.equals(code)).findFirst().orElse(null);
	}

	private static int distance(CardLocale candidate, Locale locale) {
		// Locale itself treats the codes "in" and "id" for Indonesian as equal.
		if (!candidate.locale.getLanguage().equals(locale.getLanguage())) {
			return Integer.MAX_VALUE;
		}
		if (traditional(candidate.locale) != traditional(locale)) {
			return 2;
		}
		return candidate.locale.getCountry().equals(locale.getCountry()) ? 0 : 1;
	}

	private static boolean traditional(Locale locale) {
		return locale.getScript().isEmpty() ? List.of("HK", "TW", "MO").contains(locale.getCountry())
				: locale.getScript().equals("Hant");
	}

}
