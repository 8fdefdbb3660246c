package io.ephemeral.feishu;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plants mistakes in a small page.
 */
class TranslatedPageTests {

	private static final String ORIGINAL = """
			# Lunch

			[中文](lunch.zh-CN.md)

			- [Dishes](#dishes)

			## Dishes

			| dish | price |
			|---|---|
			| noodles | 18 |

			```java
			card.press("Noodles");   // the first dish
			```

			```
			a drawing
			```
			""";

	private static final String TRANSLATION = """
			# 午饭

			[English](lunch.md)

			- [菜](#菜)

			## 菜

			| 菜 | 价格 |
			|---|---|
			| 面条 | 18 |

			```java
			card.press("面条");   // 第一道菜
			```

			```
			示意图
			```
			""";

	@Test
	void differencesWhenTranslationIsCompleteThenAreNone() {
		assertThat(differences(TRANSLATION)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "## 菜\n", "- [菜](#菜)\n", "| 面条 | 18 |\n", " 18 |", "card.press(\"面条\");", "示意图\n",
			"[English](lunch.md)", "(#菜)" })
	void differencesWhenAPartIsMissingThenNameIt(String part) {
		assertThat(differences(TRANSLATION.replace(part, ""))).isNotEmpty();
	}

	@Test
	void differencesWhenLinkLeadsToAnotherHeadingThenNameIt() {
		assertThat(differences(TRANSLATION.replace("(#菜)", "(#午饭)"))).singleElement()
			.asString()
			.contains("link", "heading 1", "heading 0");
	}

	@Test
	void differencesWhenCodeIsAnotherThenNameIt() {
		assertThat(differences(TRANSLATION.replace("card.press", "card.choose"))).singleElement()
			.asString()
			.contains("block of code 1", "card.press", "card.choose");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nowhere.md", "#desserts", "README.md#desserts" })
	void leadsSomewhereWhenLinkIsWrongThenIsFalse(String link) {
		MarkdownDocument page = MarkdownDocument.of(Path.of("..", "docs", "lunch.md"), ORIGINAL);

		assertThat(page.leadsSomewhere(link)).isFalse();
		assertThat(page.leadsSomewhere("#dishes")).isTrue();
	}

	private static List<String> differences(String translation) {
		return new TranslatedPage(MarkdownDocument.of(Path.of("lunch.md"), ORIGINAL),
				MarkdownDocument.of(Path.of("lunch.zh-CN.md"), translation))
			.differences();
	}

}
