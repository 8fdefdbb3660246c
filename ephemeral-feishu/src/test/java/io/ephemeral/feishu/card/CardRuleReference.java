package io.ephemeral.feishu.card;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardViolation;
import io.ephemeral.feishu.card.rule.CardViolation.Severity;
import tools.jackson.databind.JsonNode;

/**
 * Writes {@code docs/card-rules.md} anew: what is said about the rules in prose stays,
 * and what can be told from the rules and their cases is put between.
 */
final class CardRuleReference {

	private static final String OVERVIEW = "\n## Overview\n";

	private static final String TABLE_HEAD = """

			| rule | severity | evidence | path, for example | what the platform answers | what it says |
			|---|---|---|---|---|---|
			""";

	private static final int WIDTH = 110;

	/** Longer cards show no more than the rule. */
	private static final int MAX_LINES = 40;

	private final String document;

	private CardRuleReference(String document) {
		this.document = document;
	}

	/**
	 * Brings the document up to date.
	 * @param document the document as it is
	 * @return the document as it should be
	 */
	static String update(String document) {
		return new CardRuleReference(document).update();
	}

	private String update() {
		String introduction = this.document.substring(0, this.document.indexOf(OVERVIEW));
		return introduction + OVERVIEW + overview()
				+ Arrays.stream(CardRule.values()).map(this::section).collect(Collectors.joining());
	}

	private String overview() {
		return Arrays.stream(CardRule.values())
			.map((rule) -> "| [`%s`](#%s) | %s | %s%s | %s | %s | %s |%n".formatted(rule,
					rule.name().toLowerCase(Locale.ROOT), severity(rule).toLowerCase(Locale.ROOT), evidence(rule),
					rule.reason().map((reason) -> "; an error because: " + reason).orElse(""), path(rule),
					answer(rule).orElse("not known"), firstSentence(prose(rule))))
			.collect(Collectors.joining("", TABLE_HEAD, ""));
	}

	private String section(CardRule rule) {
		RuleCase broken = RuleCase.of(rule);
		String answer = answer(rule).map((words) -> " The platform answers " + words + ".").orElse("");
		String reason = rule.reason().map((sentence) -> " It is an error because: " + sentence).orElse("");
		return heading(rule) + prose(rule) + "\n\n**" + severity(rule) + ", " + evidence(rule) + ".**" + answer + reason
				+ "\n\n" + card(broken) + messages(broken);
	}

	private static String evidence(CardRule rule) {
		return rule.evidence().name().toLowerCase(Locale.ROOT);
	}

	/** In the card below. */
	private static String path(CardRule rule) {
		return RuleCase.of(rule)
			.violations()
			.stream()
			.filter((violation) -> violation.rule() == rule)
			.map(CardViolation::path)
			.findFirst()
			.map((path) -> path.isEmpty() ? "the card"
					: "`" + path.replaceAll("(\\.columns\\[0]\\.elements\\[0]){2,}", "…") + "`")
			.orElseThrow();
	}

	private static Optional<String> answer(CardRule rule) {
		String code = rule.code().isPresent() ? rule.code().getAsInt() + ": " : "";
		return rule.answer().map((words) -> code + words);
	}

	private static String heading(CardRule rule) {
		return "\n### " + rule + "\n\n";
	}

	/** What stands below the heading of a rule, up to what is generated. */
	private String prose(CardRule rule) {
		int heading = this.document.indexOf(heading(rule));
		if (heading < 0) {
			return "What does the rule say?";
		}
		int start = heading + heading(rule).length();
		return this.document.substring(start).replaceFirst("(?s)\\R+(\\*\\*|###? ).*", "").strip();
	}

	private static String firstSentence(String prose) {
		return prose.replace('\n', ' ').replaceFirst("(?<=\\.) (?=[A-Z]).*", "");
	}

	private static String severity(CardRule rule) {
		return (rule.severity() == Severity.ERROR) ? "Error" : "Warning";
	}

	private static String card(RuleCase broken) {
		String card = broken.isLarge() ? "" : print(broken.card().value(), "");
		return (card.isEmpty() || card.lines().count() > MAX_LINES) ? "" : "```json\n" + card + "\n```\n\n";
	}

	private static String messages(RuleCase broken) {
		return broken.violations()
			.stream()
			.map((violation) -> "> " + (violation.path().isEmpty() ? "The card" : "`" + violation.path() + "`") + " "
					+ violation.problem() + ". " + violation.remedy())
			.collect(Collectors.joining("\n>\n", "", "\n"));
	}

	/** On one line, if it is not too long. */
	private static String print(JsonNode json, String indentation) {
		String line = line(json);
		if (!json.isContainer() || indentation.length() + line.length() < WIDTH) {
			return line;
		}
		String inner = indentation + "  ";
		if (json.isArray()) {
			return json.valueStream()
				.map((element) -> inner + print(element, inner))
				.collect(Collectors.joining(",\n", "[\n", "\n" + indentation + "]"));
		}
		return json.propertyStream()
			.map((property) -> inner + "\"" + property.getKey() + "\": " + print(property.getValue(), inner))
			.collect(Collectors.joining(",\n", "{\n", "\n" + indentation + "}"));
	}

	private static String line(JsonNode json) {
		if (json.isEmpty()) {
			return json.toString();
		}
		if (json.isArray()) {
			return json.valueStream().map(CardRuleReference::line).collect(Collectors.joining(", ", "[", "]"));
		}
		return json.propertyStream()
			.map((property) -> "\"" + property.getKey() + "\": " + line(property.getValue()))
			.collect(Collectors.joining(", ", "{ ", " }"));
	}

}
