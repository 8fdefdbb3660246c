package io.ephemeral.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardFiles;
import io.ephemeral.feishu.card.CardValidator;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
class BuilderCardTests {

	private static final Path DOCUMENTS = Path.of("..", "docs");

	private static final Path EXPORT = Path.of("src", "test", "resources", "cards", "lunch.card");

	private static final Path EXAMPLES = Path.of("src", "test", "java", "io", "ephemeral", "sample",
			"BuilderCardExamples.java");

	@Autowired
	private FeishuSimulator feishu;

	@Autowired
	private EphemeralCardOperations cards;

	@Autowired
	private CardFiles cardFiles;

	@Test
	void exportWhenEveryVariableIsFilledThenBreaksNoRule() {
		RawCard card = BuilderCardExamples.everyVariable(this.cardFiles, "ou_ada", "ou_bob");

		assertThat(new CardValidator().validate(card, CardTarget.EPHEMERAL)).extracting(CardViolation::severity)
			.doesNotContain(CardViolation.Severity.ERROR);
		assertThat(Card.parse(card.toJson()).isFullyTyped()).isTrue();
		assertThat(card.toJson()).contains("\"note\":\"${dish}\"").doesNotContain("mock");
	}

	@Test
	void exportWhenSentThenIsSeenByItsViewer() {
		SimulatedChat chat = this.feishu.createChat("ada", "bob");
		String cook = chat.member("ada").openId();

		this.cards.send(new ChatId(chat.id()), Viewer.openId(cook),
				BuilderCardExamples.everyVariable(this.cardFiles, cook, chat.member("bob").openId()));

		assertThat(chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Lunch \"today\"");
		assertThat(chat.seenBy("bob")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cards.md", "cards.zh-CN.md" })
	void exportWhenDescribedThenIsTheExample(String name) throws IOException {
		String page = Files.readString(DOCUMENTS.resolve(name));

		assertThat(page).contains("```json\n" + Files.readString(EXPORT) + "```").contains(example());
		assertThat(BuilderCardExamples.lunch(this.cardFiles).json().at("/body/elements/0/content").asString())
			.isEqualTo("Today: **Noodles &#38; soup**");
	}

	/** What the method returns, as it is written there. */
	private static String example() throws IOException {
		Matcher method = Pattern.compile("RawCard lunch\\(.*?\\{\\n\\t\\treturn (.*?;)\\n\\t}", Pattern.DOTALL)
			.matcher(Files.readString(EXAMPLES));
		assertThat(method.find()).isTrue();
		return "RawCard card = " + method.group(1);
	}

}
