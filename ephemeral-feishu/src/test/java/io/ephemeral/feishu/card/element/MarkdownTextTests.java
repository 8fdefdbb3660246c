package io.ephemeral.feishu.card.element;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

	@ParameterizedTest
	@ValueSource(strings = { "\u200b", "\u200d", "\u200e", "\u00ad", "\u061c", "\u2060", "\ufeff", "\ufff9",
			"\udb40\udc41" })
	void textWhenItHoldsFormatCharactersThenTheyAreDropped(String format) {
		assertThat(MarkdownText.escape("pay" + format + "pal " + format)).isEqualTo("paypal ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "👩\u200d👧", "❤\ufe0f\u200d🔥", "می\u200cخواهم", "क\u094d\u200dष" })
	void textWhenJoinersStandBetweenLettersOrEmojiThenTheyAreKept(String text) {
		assertThat(MarkdownText.escape(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "'a\r\nb\rc\n\nd', a b c  d", "'\na', &#160;a", "a\u2028b, a b" })
	void textWhenEscapedForOneLineThenLineEndsAreBlanks(String text, String markdown) {
		assertThat(MarkdownText.escapeLine(text)).isEqualTo(markdown);
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
