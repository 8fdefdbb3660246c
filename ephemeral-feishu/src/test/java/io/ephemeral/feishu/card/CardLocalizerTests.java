package io.ephemeral.feishu.card;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;

import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.Div;
import io.ephemeral.feishu.card.element.LarkMarkdown;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.element.PlainText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CardLocalizerTests {

	private static final Locale HONG_KONG = Locale.forLanguageTag("zh-HK");

	private static final CardMessages MESSAGES = (code, arguments, locale) -> {
		String text = Map
			.of("en greeting", "Hello {0}, *{1}* dishes", "de greeting", "Hallo {0}, *{1}* Gerichte", "en only",
					"English only")
			.get(locale.getLanguage() + " " + code);
		return (text != null) ? new MessageFormat(text, locale).format(arguments) : null;
	};

	@Test
	void contentWhenThereIsExactLocaleThenIsThatOne() {
		assertThat(content(text("\"zh_tw\": \"台灣\", \"zh_cn\": \"中国\""), Locale.CHINA, null)).isEqualTo("中国");
	}

	@Test
	void contentWhenThereIsOtherCountryOfLanguageThenIsThatOne() {
		assertThat(content(text("\"zh_cn\": \"中国\", \"pt_br\": \"Brasil\""), Locale.forLanguageTag("pt-PT"), null))
			.isEqualTo("Brasil");
	}

	@Test
	void contentWhenViewerIsInHongKongThenTaiwanComesBeforeMainland() {
		assertThat(content(text("\"zh_cn\": \"中国\", \"zh_tw\": \"台灣\""), HONG_KONG, null)).isEqualTo("台灣");
		assertThat(content(text("\"zh_cn\": \"中国\", \"en_us\": \"English\""), HONG_KONG, null)).isEqualTo("中国");
	}

	@Test
	void contentWhenLanguageIsNotThereThenIsOfDefaultLocale() {
		assertThat(content(text("\"zh_cn\": \"中国\", \"de_de\": \"Deutsch\""), Locale.FRANCE, Locale.GERMANY))
			.isEqualTo("Deutsch");
		assertThat(content(text("\"zh_cn\": \"中国\", \"de_de\": \"Deutsch\""), null, Locale.GERMANY))
			.isEqualTo("Deutsch");
	}

	@Test
	void contentWhenNoLanguageFitsThenIsThePlainOne() {
		assertThat(content(text("\"zh_cn\": \"中国\""), Locale.FRANCE, null)).isEqualTo("plain");
		assertThat(content(text("\"zh_cn\": \"中国\""), null, null)).isEqualTo("plain");
	}

	@Test
	void contentWhenNoLanguageFitsAndThereIsNoPlainOneThenIsEnglishOrAny() {
		assertThat(content("{ \"i18n_content\": { \"zh_cn\": \"中国\", \"en_us\": \"English\" } }", Locale.FRANCE, null))
			.isEqualTo("English");
		assertThat(content("{ \"i18n_content\": { \"zh_cn\": \"中国\" } }", null, null)).isEqualTo("中国");
	}

	@Test
	void mapsWhenCardIsPreparedThenAreGoneEvenWithoutLocale() {
		String text = text("\"zh_cn\": \"中国\"");

		assertThat(localize(text, null, null).toString()).doesNotContain("i18n");
		assertThat(localize(text, Locale.CHINA, null).toString()).doesNotContain("i18n");
	}

	@Test
	void valueWhenLanguageIsRequestedThenContainsIt() {
		String button = """
				{ "tag": "button", "behaviors": [
				  { "type": "callback", "value": { "action": "save" } },
				  { "type": "open_url", "default_url": "https://example.com" } ] }""";

		assertThat(localize(button, Locale.CHINA, null).at("/behaviors/0/value").toString())
			.isEqualTo("{\"action\":\"save\",\"locale\":\"zh-CN\"}");
		assertThat(localize(button, Locale.CHINA, null).at("/behaviors/1").has("value")).isFalse();
		assertThat(localize(button, null, Locale.CHINA).toString()).doesNotContain("locale");
	}

	@Test
	void valueWhenItHasLanguageThenKeepsIt() {
		assertThat(localize("""
				{ "tag": "button", "behaviors": [ { "type": "callback", "value": { "locale": "de" } } ] }""",
				Locale.CHINA, null)
			.at("/behaviors/0/value/locale")
			.stringValue()).isEqualTo("de");
	}

	@Test
	void valueWhenCardIsOfJson1ThenContainsLanguage() {
		JsonNode card = new CardLocalizer(CardMessages.none(), Locale.CHINA, null).localize(RawCard.parse("""
				{ "elements": [ { "tag": "action", "actions": [
				  { "tag": "button", "value": { "action": "save" } }, { "tag": "button" } ] } ] }""").value());

		assertThat(card.at("/elements/0/actions/0/value/locale").stringValue()).isEqualTo("zh-CN");
		assertThat(card.at("/elements/0/actions/1").has("value")).isFalse();
	}

	@Test
	void tagsAndImagesWhenThereAreOthersForLocaleThenAreReplaced() {
		JsonNode header = localize("""
				{ "text_tag_list": [], "i18n_text_tag_list": { "en_us": [ { "tag": "text_tag",
				    "text": { "tag": "plain_text", "content": "New", "i18n_content": { "en_us": "Brand new" } } } ] },
				  "icon": { "img_key": "img_1", "i18n_img_key": { "en_us": "img_2" } } }""", Locale.US, null);

		assertThat(header.at("/text_tag_list/0/text").toString())
			.isEqualTo("{\"tag\":\"plain_text\",\"content\":\"Brand new\"}");
		assertThat(header.at("/icon").toString()).isEqualTo("{\"img_key\":\"img_2\"}");
	}

	@Test
	void cardOfJson1WhenThereIsNoLocaleThenIsLeftToThePlatform() {
		RawCard card = RawCard.parse("{ \"i18n_elements\": { \"en_us\": [], \"zh_cn\": [ { \"tag\": \"hr\" } ] } }");

		assertThat(prepare(card, null, null)).isEqualTo(card);
		assertThat(prepare(card, Locale.CHINA, null).toJson()).isEqualTo("{\"elements\":[{\"tag\":\"hr\"}]}");
		assertThat(prepare(card, Locale.FRANCE, null).toJson()).isEqualTo("{\"elements\":[]}");
	}

	@Test
	void titleOfJson1WhenThereIsLocaleThenIsOfThatOne() {
		RawCard card = RawCard.parse("""
				{ "header": { "title": { "tag": "plain_text", "content": "plain", "i18n": { "de_de": "Deutsch" } } },
				  "elements": [] }""");

		assertThat(prepare(card, Locale.GERMANY, null).json().at("/header/title").toString())
			.isEqualTo("{\"tag\":\"plain_text\",\"content\":\"Deutsch\"}");
	}

	@Test
	void cardWhenTypedThenIsLocalizedAsRawOneIs() {
		Card card = Card.builder()
			.header(Header.of(PlainText.of("plain").in(CardLocale.DE_DE, "Deutsch")))
			.add(Div.of(PlainText.message("greeting", "<b>", 2)))
			.add(Markdown.of("plain"))
			.build();

		RawCard prepared = prepare(card, Locale.GERMANY, null);

		assertThat(prepared).isEqualTo(prepare(RawCard.parse(card.toJson()), Locale.GERMANY, null));
		assertThat(prepared.json().at("/header/title/content").asString()).isEqualTo("Deutsch");
	}

	@Test
	void messageWhenFoundThenReplacesContentAndEscapesArgumentsInMarkdown() {
		Card card = Card.builder()
			.add(Div.of(PlainText.message("greeting", "<b>", 2)))
			.add(Div.of(LarkMarkdown.message("greeting", "<b>", 2)))
			.add(Markdown.message("greeting", "<b>", 2))
			.build();

		JsonNode elements = prepare(card, Locale.US, null).json().at("/body/elements");

		assertThat(elements.at("/0/text/content").asString()).isEqualTo("Hello <b>, *2* dishes");
		assertThat(elements.at("/1/text/content").asString()).isEqualTo("Hello &#60;b&#62;, *2* dishes");
		assertThat(elements.at("/2/content").asString()).isEqualTo("Hello &#60;b&#62;, *2* dishes");
		assertThat(elements.toString()).doesNotContain("message");
	}

	@Test
	void messageWhenNotFoundThenIsOfDefaultLocaleOrStaysTheContent() {
		String only = "{ \"tag\": \"plain_text\", \"content\": \"plain\", \"message\": { \"code\": \"only\" } }";

		assertThat(content(only, Locale.FRANCE, Locale.US)).isEqualTo("English only");
		assertThat(content(only, Locale.FRANCE, null)).isEqualTo("plain");
	}

	@Test
	void templateWhenPreparedThenIsUntouched() {
		TemplateCard card = TemplateCard.of("AAq1").variable("i18n_content", Map.of("en_us", "English"));

		assertThat(prepare(card, Locale.US, Locale.US)).isEqualTo(RawCard.parse(card.toJson()));
	}

	@Test
	void dataOfApplicationWhenItLooksTranslatedThenIsUntouched() {
		String data = "{\"i18n_content\":{\"en_us\":\"English\"},\"message\":{\"code\":\"only\"}}";
		String text = "{\"value\":" + data + ",\"chart_spec\":" + data + ",\"rows\":[" + data + "]}";

		assertThat(localize(text, Locale.US, null).toString()).isEqualTo(text);
	}

	@Test
	void cardWhenPreparedThenStaysAsItWas() {
		RawCard card = card(text("\"en_us\": \"English\""));
		String before = card.toJson();

		prepare(card, Locale.US, null);

		assertThat(card.toJson()).isEqualTo(before);
	}

	private static String text(String languages) {
		return "{ \"tag\": \"plain_text\", \"content\": \"plain\", \"i18n_content\": { " + languages + " } }";
	}

	private static String content(String text, @Nullable Locale locale, @Nullable Locale defaultLocale) {
		return localize(text, locale, defaultLocale).path("content").asString();
	}

	private static JsonNode localize(String part, @Nullable Locale locale, @Nullable Locale defaultLocale) {
		return prepare(card(part), locale, defaultLocale).json().path("header");
	}

	/** The rules do not matter here, so it may be any part. */
	private static RawCard card(String part) {
		return RawCard.parse("{ \"schema\": \"2.0\", \"header\": " + part + " }");
	}

	private static RawCard prepare(CardContent card, @Nullable Locale locale, @Nullable Locale defaultLocale) {
		return new CardPreparation(MESSAGES, defaultLocale, CardValidation.OFF).forViewer(card, locale);
	}

}
