package io.ephemeral.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardValidator;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation;
import io.ephemeral.feishu.card.rule.CardViolation.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps {@code docs/cards.md} true in both languages: its examples are those of
 * {@link ComponentExamples}.
 */
class CardReferenceTests {

	private static final Path DOCUMENTS = Path.of("..", "docs");

	private static final Path EXAMPLES = Path.of("src", "test", "java", "io", "ephemeral", "sample",
			"ComponentExamples.java");

	@ParameterizedTest
	@ValueSource(strings = { "cards.md", "cards.zh-CN.md" })
	void componentsWhenDescribedThenAreShownByTheExamples(String page) throws IOException {
		Map<String, String> described = new LinkedHashMap<>();
		Matcher section = Pattern.compile("#### [^\\n]*\\(`(\\w+)`\\)\\n[^#]*?```java\\n(.*?)\\n```", Pattern.DOTALL)
			.matcher(Files.readString(DOCUMENTS.resolve(page)));
		while (section.find()) {
			described.put(section.group(1), section.group(2));
		}

		assertThat(described).containsExactlyInAnyOrderEntriesOf(examples());
	}

	@ParameterizedTest
	@MethodSource("io.ephemeral.sample.ComponentExamples#cards")
	void exampleWhenCheckedThenBreaksNoRule(String tag, Card card) {
		CardTarget target = tag.equals("audio") ? CardTarget.PUBLIC : CardTarget.EPHEMERAL;

		assertThat(new CardValidator().validate(card, target)).extracting(CardViolation::severity)
			.doesNotContain(Severity.ERROR);
	}

	/** What the methods return, as it is written there. */
	private static Map<String, String> examples() throws IOException {
		Map<String, String> examples = new LinkedHashMap<>();
		Matcher method = Pattern.compile("BodyElement> (\\w+)\\(\\) \\{\\n\\t\\treturn (.*?);\\n\\t}", Pattern.DOTALL)
			.matcher(Files.readString(EXAMPLES));
		while (method.find()) {
			examples.put(method.group(1), method.group(2).replaceAll("(?m)^\\t\\t", "").replace("\t", "    "));
		}
		return examples;
	}

}
