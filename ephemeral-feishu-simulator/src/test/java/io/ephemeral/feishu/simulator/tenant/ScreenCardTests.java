package io.ephemeral.feishu.simulator.tenant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ScreenCardTests {

	@ParameterizedTest
	@CsvSource({ "zh_CN, zh_cn", "zh_CN_#Hans, zh_cn", "zh, zh_cn", "de_AT, de_de", "en_GB, en_us", "fr_FR, en_us",
			"zh_TW, en_us", "sv_SE, en_us" })
	void elementsWhenCardHasSomeLanguagesThenNearestIsChosen(String locale, String chosen) {
		JsonNode card = whole(locale,
				"""
						{"elements": ["none"], "i18n_elements": {"zh_cn": ["zh_cn"], "de_de": ["de_de"], "en_us": ["en_us"]}}""");

		assertThat(card.at("/elements/0").asString()).isEqualTo(chosen);
	}

	@Test
	void elementsWhenThereIsNoEnglishThenFirstThatIsFilledIsChosen() {
		JsonNode card = whole("en_US", """
				{"i18n_elements": {"zh_cn": [], "ja_jp": ["ja_jp"], "ko_kr": ["ko_kr"]}}""");

		assertThat(card.at("/elements/0").asString()).isEqualTo("ja_jp");
	}

	@Test
	void textWhenItHasNeitherLanguageNorEnglishThenStays() {
		JsonNode card = whole("fr_FR", """
				{"header": {"title": {"content": "Plan", "i18n": {"zh_cn": "计划"}}}}""");

		assertThat(card.at("/header/title/content").asString()).isEqualTo("Plan");
	}

	@Test
	void valueWhenCardIsTranslatedThenStays() {
		JsonNode button = everything("en_US", """
				{"value": {"content": "kept", "i18n": {"en_us": "lost"}, "i18n_content": {"en_us": "lost"}}}""");

		assertThat(button.at("/value/content").asString()).isEqualTo("kept");
	}

	@Test
	void contentWhenCardIsForOneMemberThenStays() {
		String text = "{\"content\": \"kept\", \"i18n_content\": {\"en_us\": \"public\"}}";

		assertThat(whole("en_US", text).path("content").asString()).isEqualTo("kept");
		assertThat(everything("en_US", text).path("content").asString()).isEqualTo("public");
	}

	@Test
	void contentWhenCardNamesItsLanguagesThenOthersDoNotCount() {
		JsonNode card = everything("de_DE",
				"""
						{"config": {"locales": ["zh_cn", "en_us"]}, "text": {"i18n_content": {"de_de": "Plan", "en_us": "plan"}}}""");

		assertThat(card.at("/text/content").asString()).isEqualTo("plan");
	}

	private static JsonNode whole(String locale, String json) {
		return new ScreenCard("om_1", true, Json.parse(json)).drawn(locale);
	}

	private static JsonNode everything(String locale, String json) {
		return new ScreenCard("om_1", false, Json.parse(json)).drawn(locale);
	}

}
