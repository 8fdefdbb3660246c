package io.ephemeral.feishu.card.element;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The languages of the platform's clients.
 */
public enum CardLocale {

	ZH_CN, EN_US, ZH_HK, ZH_TW, JA_JP, ID_ID, VI_VN, TH_TH, PT_BR, ES_ES, KO_KR, DE_DE, FR_FR, IT_IT, RU_RU, MS_MY;

	private final String code = name().toLowerCase(Locale.ROOT);

	private final Locale locale = Locale.forLanguageTag(name().replace('_', '-'));

	/**
	 * The platform's name.
	 * @return such as {@code en_us}
	 */
	@JsonValue
	public String code() {
		return this.code;
	}

	/**
	 * Returns the same language in Java.
	 * @return language and country
	 */
	public Locale locale() {
		return this.locale;
	}

	/**
	 * Returns the languages that serve somebody best, the best one first: the same
	 * language and country, then the same language elsewhere. For Chinese the script
	 * counts before the country: Hong Kong and Taiwan serve each other before the
	 * mainland serves them.
	 * @param locale any locale
	 * @return in the order of preference; empty if the platform has not the language
	 */
	public static List<CardLocale> matching(Locale locale) {
		return Arrays.stream(values())
			.filter((candidate) -> distance(candidate, locale) < Integer.MAX_VALUE)
			.sorted((one, other) -> Integer.compare(distance(one, locale), distance(other, locale)))
			.toList();
	}

	/**
	 * Returns the language of a name.
	 * @param code such as {@code en_us}
	 * @return the language, or null if the platform has none of that name
	 */
	public static @Nullable CardLocale ofCode(String code) {
		return Arrays.stream(values()).filter((locale) -> locale.code.equals(code)).findFirst().orElse(null);
	}

	private static int distance(CardLocale candidate, Locale locale) {
		// The forms "in" and "id" of Indonesian are made equal by Locale itself.
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
