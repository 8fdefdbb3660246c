package io.ephemeral.feishu.error;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrintableTextTests {

	@ParameterizedTest
	@MethodSource("unprintable")
	void textWhenItHasUnprintableCharactersThenLosesThem(String text, String printable) {
		assertThat(PrintableText.of(text)).isEqualTo(printable);
	}

	private static List<Arguments> unprintable() {
		return List.of(Arguments.of("line one\nline two", "line one line two"),
				Arguments.of("\u001b[31mred\u001b[0m", " [31mred [0m"),
				Arguments.of("a\u2028b\u2029c\u0085d\u007fe", "a b c d e"),
				Arguments.of("in\u200bvisible\ufeff", "invisible"),
				Arguments.of("\u202egro.elpmaxe\u202c", "gro.elpmaxe"),
				Arguments.of("soft\u00adhyphen\u2060", "softhyphen"),
				Arguments.of("tag" + Character.toString(0xE0041), "tag"), Arguments.of("lone\ud83d", "lone"),
				Arguments.of("\ude00lone", "lone"));
	}

	@Test
	void textWhenPrintableThenIsTheSame() {
		String text = "Access denied.应用尚未开通: [im:message]";

		assertThat(PrintableText.of(text)).isSameAs(text);
	}

	@ParameterizedTest
	@CsvSource({ "abc, 3, abc", "abcd, 3, abc…", "ab😀c, 3, ab…", "ab😀c, 4, ab😀…", "'', 3, ''" })
	void textWhenTooLongThenIsCutBetweenCharacters(String text, int maxLength, String shown) {
		assertThat(PrintableText.of(text, maxLength)).isEqualTo(shown);
	}

	@Test
	void lengthWhenTextHasUnprintableCharactersThenIsThatOfTheRest() {
		assertThat(PrintableText.of("\u200b".repeat(1000) + "abc", 3)).isEqualTo("abc");
	}

}
