package io.ephemeral.feishu.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.element.Divider;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A card that breaks a rule, and one beside it that does not. Cases are files
 * {@code rules/<rule>.json} and {@code rules/<rule>.<what>.json}; the limits that take
 * large cards are built here.
 *
 * @param name name of the file, without {@code .json}
 * @param target who would see the card
 * @param card the card
 * @param violations what must be found, in this order
 * @param passing a card that breaks no rule; none when absent
 */
record RuleCase(String name, CardTarget target, RawCard card, List<CardViolation> violations,
		@Nullable RawCard passing) {

	private static final String LARGE = ".large";

	static List<RuleCase> all() {
		List<RuleCase> cases = new ArrayList<>(files().map(RuleCase::read).toList());
		cases.add(large(CardRule.SIZE, "has 30721 bytes, more than 30720", ofBytes(30721), ofBytes(30720)));
		cases.add(large(CardRule.ELEMENTS, "has 201 components and texts, more than the limit of 200", ofElements(201),
				ofElements(200)));
		return cases;
	}

	/** The case that shows best what a rule is about. */
	static RuleCase of(CardRule rule) {
		return all().stream()
			.filter((rulesCase) -> rulesCase.rule() == rule && rulesCase.isFirst())
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("There is no rules/" + nameOf(rule) + ".json"));
	}

	CardRule rule() {
		return ruleOf(this.name);
	}

	/** Whether the card is too large to be shown. */
	boolean isLarge() {
		return this.name.endsWith(LARGE);
	}

	private boolean isFirst() {
		return isLarge() || !this.name.contains(".");
	}

	private static CardRule ruleOf(String name) {
		return CardRule.valueOf(name.replaceAll("\\..*", "").replace('-', '_').toUpperCase(Locale.ROOT));
	}

	private static String nameOf(CardRule rule) {
		return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static Stream<Path> files() {
		try {
			var folder = Objects.requireNonNull(RuleCase.class.getResource("rules"));
			try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
				return files.sorted().toList().stream();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RuleCase read(Path file) {
		JsonNode json = CardMapper.INSTANCE.readTree(file);
		String name = file.getFileName().toString().replace(".json", "");
		JsonNode passing = json.get("passing");
		return new RuleCase(name, CardTarget.valueOf(json.get("target").asString()), RawCard.of(json.get("card")),
				json.get("violations").valueStream().map((violation) -> violation(violation, ruleOf(name))).toList(),
				(passing != null) ? RawCard.of(passing) : null);
	}

	private static CardViolation violation(JsonNode json, CardRule usual) {
		CardRule rule = json.has("rule") ? CardRule.valueOf(json.get("rule").asString()) : usual;
		return new CardViolation(json.get("path").asString(), rule, json.get("problem").asString());
	}

	private static RuleCase large(CardRule rule, String problem, Card card, Card passing) {
		return new RuleCase(nameOf(rule) + LARGE, CardTarget.EPHEMERAL, RawCard.of(RawCard.tree(card)),
				List.of(new CardViolation("", rule, problem)), RawCard.of(RawCard.tree(passing)));
	}

	private static Card ofBytes(int bytes) {
		return withText("x".repeat(bytes - withText("").toJson().length()));
	}

	private static Card withText(String text) {
		return Card.builder().add(Markdown.of(text)).build();
	}

	private static Card ofElements(int elements) {
		Card.Builder card = Card.builder();
		for (int index = 0; index < elements; index++) {
			card.add(Divider.line());
		}
		return card.build();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
