package io.ephemeral.feishu.callback;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.callback.json.CallbackMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Forms in the shapes that clients send, read as records.
 */
class FormValuesTests {

	private static final String FILLED = """
			{"text": "hi", "many": ["a", "b"], "unique": ["a", "b"], "size": "large", "sizes": ["small", "large"],
			"done": true, "flag": "true", "number": "7", "day": "2026-07-01 +0800", "time": "08:30 +0800",
			"when": "2026-07-01 08:30 +0800"}""";

	private static final Form FORM = new Form("hi", List.of("a", "b"), Set.of("a", "b"), Size.LARGE,
			List.of(Size.SMALL, Size.LARGE), true, true, 7, LocalDate.of(2026, 7, 1), LocalTime.of(8, 30),
			LocalDateTime.of(2026, 7, 1, 8, 30));

	@Test
	void formWhenObjectOrJsonAsTextThenIsTheSame() {
		String text = CallbackMapper.INSTANCE.writeValueAsString(FILLED);

		for (String form : List.of(FILLED, text, CallbackMapper.INSTANCE.writeValueAsString(text))) {
			assertThat(bind(form)).isEqualTo(FORM);
			assertThat(event(form).form().path("text").asString()).isEqualTo("hi");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "\"\"", "\"null\"", "[]", "\"filled\"", "42", "{}", "\"{}\"", """
			{"text": null, "many": null, "unique": [], "size": "", "sizes": [null, ""], "done": null, "flag": "",
			"number": [], "day": "", "time": null, "when": [""]}""" })
	void formWhenNothingIsFilledInThenAllIsAbsent(String form) {
		assertThat(bind(form))
			.isEqualTo(new Form(null, List.of(), Set.of(), null, List.of(), null, null, null, null, null, null));
	}

	@Test
	void formWhenEachIsAListOfOneThenIsRead() {
		assertThat(bind("""
				{"text": ["hi"], "size": ["large"], "done": [true], "flag": ["true"], "number": ["7"],
				"day": ["2026-07-01 +0800"], "time": ["08:30 +0800"], "when": ["2026-07-01 08:30 +0800"],
				"many": ["a", "b"], "unique": ["a", "b"], "sizes": ["small", "large"]}""")).isEqualTo(FORM);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"a\"", "[\"a\"]", "[[\"a\"]]", "[\"\", \"a\", null]", "[[], [\"a\"]]" })
	void listWhenOneIsChosenThenHasIt(String chosen) {
		Form form = bind("{\"many\": " + chosen + ", \"unique\": " + chosen + "}");

		assertThat(form.many()).containsExactly("a");
		assertThat(form.unique()).containsExactly("a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[\"a\", \"1\"]", "[\"a\", 1]", "[[\"a\", \"1\"]]", "[[\"a\"], [1]]",
			"[[[\"a\"], null], \"1\"]" })
	void listWhenManyAreChosenThenHasAll(String chosen) {
		assertThat(bind("{\"many\": " + chosen + "}").many()).containsExactly("a", "1");
	}

	@Test
	void listWhenRecordHasListsInAListThenKeepsThem() {
		assertThat(event("{\"rows\": [[\"a\", \"b\"], [\"c\"]]}").form(Table.class).rows())
			.containsExactly(List.of("a", "b"), List.of("c"));
	}

	@ParameterizedTest
	@CsvSource({ "true, true", "false, false", "\"true\", true", "\"false\", false", "\"True\", true",
			"\"FALSE\", false" })
	void checkerWhenBooleanOrTextThenIsRead(String checker, boolean expected) {
		Form form = bind("{\"done\": " + checker + ", \"flag\": " + checker + ", \"text\": " + checker + "}");

		assertThat(form.done()).isEqualTo(expected);
		assertThat(form.flag()).isEqualTo(expected);
		assertThat(form.text()).isEqualToIgnoringCase(String.valueOf(expected));
	}

	@ParameterizedTest
	@CsvSource({ "7, 7", "0, 0", "-1, -1", "2.50, 2.5", "12345678901234567890, 12345678901234567890" })
	void textWhenNumberThenIsItsDigits(String number, String expected) {
		assertThat(bind("{\"text\": " + number + "}").text()).isEqualTo(expected);
	}

	@Test
	void enumWhenOptionIsNumberThenIsFoundByItsName() {
		assertThat(event("{\"level\": 2}").form(Leveled.class).level()).isEqualTo(Level.HIGH);
		assertThat(event("{\"level\": \"1\"}").form(Leveled.class).level()).isEqualTo(Level.LOW);
		assertThat(event("{\"level\": [2]}").form(Leveled.class).level()).isEqualTo(Level.HIGH);
	}

	@ParameterizedTest
	@MethodSource("misfits")
	void formWhenValueDoesNotFitThenNamesTheField(String field, String value) {
		assertThatExceptionOfType(FormBindingException.class)
			.isThrownBy(() -> bind("{\"" + field + "\": " + value + "}"))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo(field));
	}

	private static List<Object[]> misfits() {
		return Arrays
			.asList(new Object[][] { { "text", "[\"a\", \"b\"]" }, { "text", "{\"a\": 1}" }, { "number", "\"x\"" },
					{ "number", "[[\"1\"], [\"2\"]]" }, { "day", "[\"2026-07-01\", \"2026-07-02\"]" }, { "day", "{}" },
					{ "day", "20260701" }, { "time", "true" }, { "done", "\"maybe\"" }, { "size", "\"huge\"" },
					{ "many", "[{\"a\": 1}]" }, { "sizes", "[\"small\", \"huge\"]" } });
	}

	@Test
	void formWhenTextOfAnInputIsJsonThenStaysAText() {
		assertThat(bind(CallbackMapper.INSTANCE.writeValueAsString(Map.of("text", "[\"a\"]"))).text())
			.isEqualTo("[\"a\"]");
	}

	private static CardActionEvent event(String form) {
		return CardActionEvent.parse(Clicks.submit("1", "save", form));
	}

	private static Form bind(String form) {
		return event(form).form(Form.class);
	}

	record Form(String text, List<String> many, Set<String> unique, Size size, List<Size> sizes, Boolean done,
			Boolean flag, Integer number, LocalDate day, LocalTime time, LocalDateTime when) {
	}

	record Table(List<List<String>> rows) {
	}

	record Leveled(Level level) {
	}

	enum Size {

		SMALL, LARGE

	}

	enum Level {

		@JsonProperty("1")
		LOW,

		@JsonProperty("2")
		HIGH

	}

}
