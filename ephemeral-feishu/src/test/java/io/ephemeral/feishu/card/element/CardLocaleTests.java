package io.ephemeral.feishu.card.element;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class CardLocaleTests {

	@ParameterizedTest
	@CsvSource({ "en-US, en_us", "en-GB, en_us", "en, en_us", "id-ID, id_id", "in-ID, id_id", "pt-PT, pt_br",
			"zh-CN, zh_cn zh_hk zh_tw", "zh-SG, zh_cn zh_hk zh_tw", "zh, zh_cn zh_hk zh_tw", "zh-TW, zh_tw zh_hk zh_cn",
			"zh-HK, zh_hk zh_tw zh_cn", "zh-MO, zh_hk zh_tw zh_cn", "zh-Hant, zh_hk zh_tw zh_cn",
			"zh-Hant-TW, zh_tw zh_hk zh_cn", "zh-Hans, zh_cn zh_hk zh_tw", "zh-Hans-HK, zh_cn zh_hk zh_tw",
			"zh-Hant-CN, zh_hk zh_tw zh_cn" })
	void localesWhenMatchedThenBestComesFirst(String tag, String codes) {
		assertThat(CardLocale.matching(Locale.forLanguageTag(tag))).extracting(CardLocale::code)
			.containsExactly(codes.split(" "));
	}

	@Test
	void localesWhenLanguageIsUnknownThenNoneMatches() {
		assertThat(CardLocale.matching(Locale.forLanguageTag("nl-NL"))).isEmpty();
		assertThat(CardLocale.matching(Locale.ROOT)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void localeWhenNamedThenIsFoundByNameAndMatchesItselfFirst(CardLocale locale) {
		assertThat(CardLocale.ofCode(locale.code())).isEqualTo(locale);
		assertThat(CardLocale.matching(locale.locale())).first().isEqualTo(locale);
	}

	@Test
	void localeWhenNameIsUnknownThenIsNull() {
		assertThat(CardLocale.ofCode("en_gb")).isNull();
		assertThat(CardLocale.ofCode("EN_US")).isNull();
	}

}
