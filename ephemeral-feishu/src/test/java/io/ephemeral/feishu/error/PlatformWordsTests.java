package io.ephemeral.feishu.error;

import java.time.Duration;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class PlatformWordsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
					unknown property: elements, path: [];                | unknown property: elements
					unknown property: elements                           | unknown property: elements
					unknown property: corner_radius; ErrPath: ROOT -> a  | unknown property: corner_radius; ErrPath: …
					Unknown Property : wideScreenMode ;                  | Unknown Property : wideScreenMode
					unknown property: "v2_2"                             | unknown property: "v2_2"
					unsupported tag note;                                | unsupported tag note
					unsupported tag action; ErrPath: ROOT -> body -> elements -> [1](tag: action); | unsupported tag action; ErrPath: ROOT -> body -> elements -> [1](tag: action)
					table;                                               | table
					table                                                | table
					column_set; ErrPath: ROOT -> body                    | column_set; ErrPath: ROOT -> body
					""")
	void valueWhenItIsANameOfTheSchemaThenIsShown(String value, String shown) {
		assertThat(PlatformWords.of("ext=ErrCode: 1; ErrMsg: m; ErrorValue: " + value).shown())
			.isEqualTo("ext=ErrCode: 1; ErrMsg: m; ErrorValue: " + shown);
	}

	@ParameterizedTest
	@ValueSource(strings = { "salary of Ada", "Ada", "unknown property: salary of Ada",
			"unknown property: \"salary\" of Ada", "unknown property salary: Ada", "unsupported tag: <b>Ada</b>",
			"table of salaries", "{\"salary\": \"Ada\"}", "unknown propertysalary, Ada", "unknown property: 薪水",
			"unknown property: salary.ada", "salary\" unknown property: x",
			"unknown property: salaryOfAdaAndOfAllTheOthersInTheHouseHere" })
	void valueWhenItIsAnythingElseThenIsCut(String value) {
		assertThat(PlatformWords.of("ErrCode: 1; ErrorValue: " + value).shown()).isEqualTo("ErrCode: 1; ErrorValue: …");
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown property: x; ErrPath: ROOT -> salary -> ada",
			"unknown property: x; ErrMsg: salary of Ada; ErrPath: salary of Ada",
			"x; ErrCode: 7; ErrMsg: salary of ada", "table; ErrorValue: salary",
			"unknown property: x; ErrPath: ROOT -> body; salary", "unknown property: x, path: [salary, ada]",
			"unsupported tag note; ErrPath: ROOT -> [0](tag: salary)",
			"unknown property: x; ErrPath: ROOT -> body -> salary; ErrPath: ROOT -> ada" })
	void valueWhenItPretendsToEndThenItsContentsStayOut(String value) {
		String shown = PlatformWords.of("ErrCode: 1; ErrMsg: m; ErrorValue: " + value).shown();

		assertThat(shown.toLowerCase(Locale.ROOT)).doesNotContain("salary", "ada");
	}

	@Test
	void valueWhenItPretendsToHaveAPathThenTheOneBeforeCounts() {
		PlatformWords words = PlatformWords
			.of("ErrCode: 1; ErrPath: ROOT -> body -> elements -> [1]; ErrorValue: x; ErrPath: ROOT -> header");

		assertThat(words.innerPath()).isEqualTo("body.elements[1]");
		assertThat(words.shown()).endsWith("ErrorValue: …");
	}

	@Test
	void valueWhenItPretendsToHaveAPathThenTheLastOneCounts() {
		assertThat(PlatformWords.of("ErrorValue: a; ErrPath: ROOT -> header; ErrPath: ROOT -> body -> 2").innerPath())
			.isEqualTo("body[2]");
	}

	@Test
	void valueWhenItPretendsToHaveACodeThenThatDoesNotCount() {
		assertThat(PlatformWords.of("Failed; ErrorValue: ErrCode: 11310").innerCode()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "null", textBlock = """
			ext=ErrCode: 200861; ErrMsg: m    | 200861
			ext=ErrCode:11310;                | 11310
			errcode : 300301                  | 300301
			ErrCode： 200621                  | 200621
			ErrCode: 9999999999               | null
			ErrCode: none                     | null
			code 230099                       | null
			""")
	void codeWhenWrittenOtherwiseThenIsReadAllTheSame(String text, Integer code) {
		assertThat(PlatformWords.of(text).innerCode()).isEqualTo(code);
	}

	@Test
	void reasonWhenNamesAreInBracketsThenIsWithoutThem() {
		assertThat(PlatformWords
			.of("ErrCode: 1; ErrPath: ROOT -> [0](tag: table); ErrMsg: name(table over limit) "
					+ "duplicate; ErrorValue: unknown property: element, path: []")
			.reason()
			.replaceAll(" +", " ")).isEqualTo(" name duplicate; unknown property: element");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ErrPath: ROOT -> ", "ErrorValue: ", "(", "ErrMsg: ", " ",
			"ErrorValue: x; ErrPath: ROOT -> a" })
	void wordsWhenMadeToTakeLongThenDoNot(String part) {
		PlatformWords words = PlatformWords.of(part.repeat(4000));

		assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
			words.innerCode();
			words.innerPath();
			words.reason();
			words.shown();
		});
	}

}
