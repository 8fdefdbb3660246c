package io.ephemeral.feishu.card;

import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardRule.Evidence;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation;
import io.ephemeral.feishu.card.rule.CardViolation.Severity;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CardRuleTests {

	private final CardValidator validator = new CardValidator();

	@ParameterizedTest
	@EnumSource(CardRule.class)
	void ruleWhenKnownThenHasCase(CardRule rule) {
		assertThat(RuleCase.of(rule).violations()).extracting(CardViolation::rule).contains(rule);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void cardWhenItBreaksRuleThenIsToldWhere(RuleCase broken) {
		assertThat(this.validator.validate(broken.card(), broken.target()))
			.containsExactlyElementsOf(broken.violations());
	}

	@ParameterizedTest
	@MethodSource("casesWithNeighbours")
	void cardWhenBesideBrokenOneThenPasses(RuleCase broken) {
		assertThat(this.validator.validate(broken.passing(), broken.target())).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("casesOfJson2")
	void cardWhenTypedThenBreaksSameRulesAsRaw(RuleCase broken) {
		Card typed = Card.parse(broken.card().toJson());

		assertThat(this.validator.validate(typed, broken.target()))
			.containsExactlyInAnyOrderElementsOf(broken.violations());
	}

	@Test
	void cardWhenItBreaksSeveralRulesThenAllAreToldInItsOrder() {
		assertThat(problems("""
				{ "schema": "2.0", "config": { "update_multi": false }, "body": { "gap": "1px", "elements": [
				  { "tag": "markdown", "content": "<at id=all></at>", "colour": "red" },
				  { "tag": "marquee" },
				  { "tag": "img" },
				  { "tag": "input", "required": true, "max_length": 0 } ] } }""")).containsExactly(
				"config.update_multi UPDATE_MULTI", "body.gap UNKNOWN_PROPERTY", "body.elements[0].content MENTION",
				"body.elements[0].content MENTION_ALL", "body.elements[0].colour UNKNOWN_PROPERTY",
				"body.elements[1] UNKNOWN_ELEMENT", "body.elements[2].img_key REQUIRED_PROPERTY",
				"body.elements[2].alt RECOMMENDED_PROPERTY", "body.elements[3].required REQUIRED_OUTSIDE_FORM",
				"body.elements[3].max_length INVALID_VALUE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", """
			{ "config": { "wide_screen_mode": true }, "elements": [
			  { "tag": "note", "elements": [ { "tag": "plain_text", "content": "Until noon" } ] },
			  { "tag": "action", "actions": [ { "tag": "button", "colour": "red" } ] } ] }""", """
			{ "i18n_elements": { "en_us": [ { "tag": "hr" } ], "zh_cn": [ { "tag": "hr" } ] } }""",
			"""
					{ "type": "template", "data": { "template_id": "AAqigYkzabcef", "template_variable": { "tag": null } } }""" })
	void cardWhenOfOlderStructureOrTemplateThenPasses(String card) {
		assertThat(problems(card)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { """
			{ "tag": "button", "behaviors": [], "confirm": {}, "hover_tips": {} }""", """
			{ "tag": "column_set", "horizontal_spacing": "", "columns": [] }""", """
			{ "tag": "select_person", "width": "default", "options": [] }""", """
			{ "tag": "div", "text": { "tag": "plain_text", "content": "", "text_color": "default" } }""", """
			{ "tag": "table", "columns": [], "rows": [] }""",
			"""
					{ "tag": "select_static", "options": [], "value": { "tag": "unknown", "color": "unknown", "name": null } }""",
			"""
					{ "tag": "chart", "chart_spec": { "tag": "unknown", "color": "unknown", "element_id": "a b" } }""" })
	void elementWhenWrittenAsInOfficialSamplesThenPasses(String element) {
		assertThat(problems("{ \"schema\": \"2.0\", \"body\": { \"elements\": [ " + element + " ] } }")).isEmpty();
	}

	@Test
	void exceptionWhenPrintedThenListsEveryViolationAndNothingOfTheCard() {
		RawCard card = RawCard.parse("""
				{ "schema": "2.0", "body": { "elements": [
				  { "tag": "markdown", "content": "<at id=ou_salary></at> Salary", "text_size": "salary" },
				  { "tag": "input", "name": "salary", "max_length": [0], "default_value": "Salary" },
				  { "tag": "date_picker", "element_id": "Bob's salary", "initial_date": "Salary" } ] } }""");

		assertThatThrownBy(() -> CardPreparation.standard().forViewer(card, null))
			.isInstanceOf(InvalidCardException.class)
			.hasMessage(
					"""
							The card was not sent:
							- error: body.elements[1].max_length must be a whole number. \
							Change the value, or remove the property.
							- error: body.elements[2].element_id must start with a letter and hold at most 20 letters, digits and underscores. \
							Change the id.
							- warning: body.elements[0].content mentions a person, who gets no notification. \
							Send a separate message if the person must get a notification.
							- warning: body.elements[0].text_size is a size that is not defined. \
							Use a name of the platform, or define it under config.style.
							- warning: body.elements[2].initial_date must have the format yyyy-MM-dd. \
							Change the value, or remove the property.""");
	}

	@ParameterizedTest
	@EnumSource(CardRule.class)
	void remedyWhenReadThenIsOneSentence(CardRule rule) {
		assertThat(rule.remedy()).matches("[A-Z].*\\.");
	}

	@ParameterizedTest
	@EnumSource(CardRule.class)
	void errorWhenOnlyDocumentedThenHasReason(CardRule rule) {
		boolean needsReason = rule.severity() == Severity.ERROR && rule.evidence() == Evidence.DOCUMENTED;

		assertThat(rule.reason().isPresent()).isEqualTo(needsReason);
		assertThat(rule.reason().orElse("Yes.")).matches("[A-Z].*\\.");
	}

	@ParameterizedTest
	@EnumSource(CardRule.class)
	void errorWhenDescribedThenHasAnswerOfPlatform(CardRule rule) {
		assertThat(rule.answer().isPresent() || rule.severity() == Severity.WARNING).isTrue();
	}

	private List<String> problems(String card) {
		return this.validator.validate(RawCard.parse(card), CardTarget.EPHEMERAL)
			.stream()
			.map((violation) -> violation.path() + " " + violation.rule())
			.toList();
	}

	static List<RuleCase> cases() {
		return RuleCase.all();
	}

	static Stream<RuleCase> casesWithNeighbours() {
		return cases().stream().filter((broken) -> broken.passing() != null);
	}

	static Stream<RuleCase> casesOfJson2() {
		return cases().stream().filter((broken) -> broken.card().value().path("schema").stringValue("").equals("2.0"));
	}

}
