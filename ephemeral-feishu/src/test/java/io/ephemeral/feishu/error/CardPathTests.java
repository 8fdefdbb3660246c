package io.ephemeral.feishu.error;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class CardPathTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			ROOT -> body -> elements -> [1](tag: action); ErrMsg: m  | body.elements[1]
			ROOT -> body -> elements -> [1](tag: action)             | body.elements[1]
			ROOT -> body -> elements -> 2                            | body.elements[2]
			ROOT -> body -> elements -> 2;                           | body.elements[2]
			ROOT -> elements -> [2](tag: form) -> elements -> [0](tag: input); | elements[2].elements[0]
			ROOT -> body -> elements -> [1](tag: action) -> columns -> [0](tag: column) | body.elements[1].columns[0]
			ROOT->body->elements->[1](tag:action)->text              | body.elements[1].text
			ROOT -> body -> elements[1](tag: form) -> elements [0]   | body.elements[1].elements[0]
			ROOT -> [0](tag: div)                                    | [0]
			ROOT -> "body" -> 'elements' -> "3"                      | body.elements[3]
			ROOT -> "my -> step; 1" -> [0]                           | ["my -> step; 1"][0]
			ROOT -> i18n_elements -> zh-cn -> [0]                    | i18n_elements.zh-cn[0]
			ROOT -> i18n_elements -> ["zh_cn"] -> [0](tag: div)      | i18n_elements.zh_cn[0]
			ROOT -> body.elements -> [4]                             | body.elements[4]
			ROOT -> 表单 -> [4]                                       | 表单[4]
			ROOT -&gt; body -&gt; elements -&gt; [5]                 | body.elements[5]
			root → body → elements → [6]                             | body.elements[6]
			ROOT -> body -> elements ->                              | body.elements
			ROOT -> body -> elements -> [1](tag: action) ErrMsg: m   | body.elements[1]
			ROOT -> body, and more                                   | body
			ROOT -> body -> [0][1]                                   | body[0][1]
			ROOT -> body -> a#b                                      | body["a#b"]
			""")
	void pathWhenReadThenHasEveryStep(String text, String path) {
		assertThat(CardPath.read(text)).isEqualTo(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ROOT", "ROOT;", "ROOT ->", "ROOTS -> body", "body -> elements", "ROOT body",
			"ROOT -> body -> -> elements", "ROOT -> body -> [](tag: a) -> b", "ROOT -> body -> [1 -> elements",
			"ROOT -> \"body -> elements", "ROOT -> body -> elements)(", "ROOT.body.elements[1]" })
	void pathWhenAStepCannotBeReadThenIsAbsent(String text) {
		assertThat(CardPath.read(text)).isNull();
	}

	@Test
	void pathWhenTooLongThenIsAbsent() {
		assertThat(CardPath.read("ROOT" + " -> [0]".repeat(64))).isEqualTo("[0]".repeat(64));
		assertThat(CardPath.read("ROOT" + " -> [0]".repeat(65))).isNull();
		assertThat(CardPath.read("ROOT -> " + "a".repeat(65))).isNull();
		assertThat(CardPath.read("ROOT" + (" -> " + "a".repeat(60)).repeat(9))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { " -> ", " -> a", "[", "(", "\"", " ", "-", " -> [0](", "-&gt", "\u2192" })
	void pathWhenMadeToTakeLongThenDoesNot(String part) {
		assertTimeoutPreemptively(Duration.ofSeconds(5),
				() -> assertThatNoException().isThrownBy(() -> CardPath.read("ROOT" + part.repeat(200_000))));
	}

}
