package io.ephemeral.feishu.card.element;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = ' ', textBlock = """
			**b** &#42;&#42;b&#42;&#42;
			~~s~~ &sim;&sim;s&sim;&sim;
			<at &#60;at
			:OK: &#58;OK&#58;
			&lt; &#38;lt;
			[x](y) &#91;x&#93;&#40;y&#41;
			www.x www&#46;x
			1. 1&#46;
			午餐 午餐
			""", ignoreLeadingAndTrailingWhitespace = true)
	void textWhenEscapedThenSpecialCharactersAreEntities(String text, String markdown) {
		assertThat(MarkdownText.escape(text)).isEqualTo(markdown);
	}

	@Test
	void textWhenEscapedThenLineEndsAreKept() {
		assertThat(MarkdownText.escape("a\r\nb\rc\u2028d\n\ne")).isEqualTo("a\nb\nc\nd\n\ne");
	}

	@Test
	void textWhenIndentedThenIsNoCode() {
		assertThat(MarkdownText.escape("    a  b\n\tc")).isEqualTo("&#160;&#160;&#160;&#160;a  b\n&#160;c");
	}

	@Test
	void textWhenItHoldsControlOrDirectionCharactersThenTheyAreDropped() {
		assertThat(MarkdownText.escape("a\u0000b\u001b\u202ec\u2066d\u2069")).isEqualTo("abcd");
	}

	@Test
	void textWhenItHoldsEmojiThenPairsAreKeptAndHalvesReplaced() {
		assertThat(MarkdownText.escape("😀 \ud83d! \ude00")).isEqualTo("😀 \ufffd&#33; \ufffd");
	}

	@Test
	void markdownWhenPrintedThenShowsNoContent() {
		assertThat(MarkdownText.of("**Salary**").toString()).isEqualTo("MarkdownText");
	}

}
