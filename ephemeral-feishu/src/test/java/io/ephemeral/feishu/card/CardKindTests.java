package io.ephemeral.feishu.card;

import java.util.List;

import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation;
import io.ephemeral.feishu.card.rule.CardViolation.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kinds of cards that live bots send, each with inputs at its edges.
 */
class CardKindTests {

	private static final String TABLE = "| a | b |\\n|---|---|\\n| 1 | 2 |\\n\\n";

	@ParameterizedTest
	@ValueSource(strings = { "'wide_screen_mode': true", "'wide_screen_mode': 'true', 'compact_width': false",
			"'width_mode': 'wide'", "'enable_forward': 'no', 'locale': ['zh_cn']" })
	void configWhenOfAnotherTimeThenIsOnlyWarnedOf(String config) {
		assertWarning("{ 'schema': '2.0', 'config': { %s }, 'body': { 'elements': [] } }".formatted(config));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ", 'behaviors': []", ", 'has_border': true, 'border_color': 'rgba(0, 0, 0, .5)'",
			", 'background_style': 'rgba(255,255,255,1)', 'disabled': true" })
	void containerWhenWithoutBehaviorsThenPasses(String properties) {
		assertThat(violations(body("{ 'tag': 'interactive_container', 'elements': []%s }".formatted(properties))))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "16:9", "21:8", "1:1", "9999:1", "stretch", "1px 1000px" })
	void imageWhenSizeIsKnownThenIsTyped(String size) {
		String card = body("{ 'tag': 'img', 'img_key': 'img_1', 'alt': %s, 'size': '%s' }".formatted(text(""), size));

		assertThat(violations(card)).isEmpty();
		assertThat(Card.parse(json(card)).isFullyTyped()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0:1", "16:0", "16:9 ", "16", "16:9:1", ":", "1001px 1px", "stretch_without_padding" })
	void imageWhenSizeIsUnknownThenIsKeptWithWarning(String size) {
		String card = body("{ 'tag': 'img', 'img_key': 'img_1', 'alt': %s, 'size': '%s' }".formatted(text(""), size));

		assertWarning(card);
		assertThat(RawCard.parse(Card.parse(json(card)).toJson())).isEqualTo(RawCard.parse(json(card)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'behaviors': [{ 'type': 'callback', 'value': 'no' }]", "'type': 'text'",
			"'behaviors': [{ 'type': 'open_url', 'default_url': 'https://example.com' }]" })
	void buttonWhenItCancelsFormThenIsOnlyWarnedOf(String properties) {
		String cancel = "{ 'tag': 'button', 'name': 'no', 'text': %s, %s }".formatted(text("No"), properties);

		assertWarning(body(form(submit(), cancel)));
		assertThat(Card.parse(json(body(form(submit(), cancel)))).isFullyTyped()).isTrue();
		assertError(body(form(cancel)), "SUBMIT_BUTTON body.elements[0]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{ 'url': '' }", "{ 'url': '', 'pc_url': '', 'ios_url': '', 'android_url': '' }",
			"{ 'url': 'https://example.com', 'pc_url': '' }" })
	void linkOfCardWhenEmptyThenPasses(String link) {
		assertThat(violations("{ 'schema': '2.0', 'card_link': %s, 'body': { 'elements': [] } }".formatted(link)))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "'tag': 'multi_select_person'",
			"'tag': 'multi_select_static', 'options': [], 'required': true, 'type': 'text'",
			"'tag': 'select_img', 'options': [], 'multi_select': true" })
	void choiceWhenOutsideFormThenIsTypedWithWarning(String choice) {
		String card = body("{ %s, 'name': 'c', 'behaviors': [{ 'type': 'callback', 'value': {} }] }".formatted(choice));

		assertWarning(card);
		assertThat(Card.parse(json(card)).isFullyTyped()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void tablesWhenFewThenPass(int count) {
		assertThat(violations(body(markdown(TABLE.repeat(count))))).isEmpty();
		assertThat(violations(body(markdown(TABLE.repeat(count) + "```\\n" + TABLE.repeat(9))))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 5 })
	void tablesWhenManyThenAreWarnedOf(int count) {
		assertWarning(body(markdown(TABLE.repeat(count))));
		assertWarning("{ 'elements': [%s] }".formatted(markdown(TABLE.repeat(count))));
		assertWarning(body(markdown(TABLE.repeat(2)),
				"{ 'tag': 'div', 'text': { 'tag': 'lark_md', 'content': '%s' } }".formatted(TABLE.repeat(count - 2))));
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, 20 })
	void tablesWhenTooManyThenAreRefused(int count) {
		assertError(body(markdown(TABLE.repeat(count))), "TABLES ");
		assertError(body(markdown(TABLE), form(submit(), markdown(TABLE.repeat(count - 1)))), "TABLES ");
		assertError("{ 'i18n_elements': { 'en_us': [], 'zh_cn': [%s] } }".formatted(markdown(TABLE.repeat(count))),
				"TABLES i18n_elements.zh_cn");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void tablesWhenSpreadOverLanguagesThenCountForEach(int count) {
		String language = markdown(TABLE.repeat(count));

		assertThat(violations("{ 'i18n_elements': { 'en_us': [%s], 'zh_cn': [%s] } }".formatted(language, language)))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "elements, []", "elements, null", "i18n_elements, {}", "i18n_elements, ''" })
	void propertyWhenKnownToBeRefusedThenIsError(String property, String value) {
		assertError("{ 'schema': '2.0', '%s': %s, 'body': { 'elements': [] } }".formatted(property,
				value.isEmpty() ? "''" : value), "REFUSED_PROPERTY " + property);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ 'dsl': {} }", "{ 'name': 'n', 'dsl': { 'elements': [] }, 'variables': [] }",
			"{ 'dsl': '{}' }" })
	void fileOfCardBuilderWhenTakenForCardThenIsError(String file) {
		assertError(file, "WRAPPED dsl");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ 'card': {} }", "{ 'msg_type': 'interactive', 'card': '{}' }",
			"{ 'header': {}, 'card': { 'elements': [] } }" })
	void cardWhenWrappedThenIsError(String wrapper) {
		assertError(wrapper, "WRAPPED card");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ 'elements': [], 'card': {}, 'dsl': {} }", "{ 'header': {}, 'content': '' }",
			"{ 'schema': '1.0', 'elements': [], 'config': { 'wide_screen_mode': true } }" })
	void cardWhenOfOlderStructureThenOtherPropertiesPass(String card) {
		assertThat(violations(card)).isEmpty();
	}

	private static void assertWarning(String card) {
		assertThat(violations(card)).isNotEmpty().extracting(CardViolation::severity).containsOnly(Severity.WARNING);
	}

	private static void assertError(String card, String error) {
		assertThat(violations(card)).filteredOn((violation) -> violation.severity() == Severity.ERROR)
			.extracting((violation) -> violation.rule() + " " + violation.path())
			.containsExactly(error);
	}

	private static List<CardViolation> violations(String card) {
		return new CardValidator().validate(RawCard.of(RawCard.tree(json(card))), CardTarget.EPHEMERAL);
	}

	private static String json(String card) {
		return card.replace('\'', '"');
	}

	private static String body(String... elements) {
		return "{ 'schema': '2.0', 'body': { 'elements': [ %s ] } }".formatted(String.join(", ", elements));
	}

	private static String form(String... elements) {
		return "{ 'tag': 'form', 'name': 'order', 'elements': [ %s ] }".formatted(String.join(", ", elements));
	}

	private static String submit() {
		return "{ 'tag': 'button', 'name': 'yes', 'form_action_type': 'submit', 'text': %s }".formatted(text("Yes"));
	}

	private static String markdown(String content) {
		return "{ 'tag': 'markdown', 'content': '%s' }".formatted(content);
	}

	private static String text(String content) {
		return "{ 'tag': 'plain_text', 'content': '%s' }".formatted(content);
	}

}
