package io.ephemeral.feishu.callback;

import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.callback.json.CallbackMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values of buttons and of fields outside of forms, in the shapes that clients send.
 */
class ClickValueTests {

	@ParameterizedTest
	@MethodSource("objectsAsText")
	void valueWhenJsonIsWrittenAsTextThenIsRead(String value) {
		CardActionEvent event = click(Map.of("value", value));

		assertThat(event.action()).isEqualTo("a");
		assertThat(event.value(Row.class)).isEqualTo(new Row(7));
	}

	private static List<String> objectsAsText() {
		String once = "{\"action\":\"a\",\"row\":7}";
		return List.of(once, written(once), written(written(once)), " \n" + once + " ", written(" " + once));
	}

	@ParameterizedTest
	@ValueSource(strings = { "save", "42", "true", "{save", "{save}", "[draft] save", "\"save", "{} save", "nullable",
			"{\"a\":1}{\"b\":2}", "0x1f" })
	void valueWhenPlainTextThenStaysAText(String value) {
		CardActionEvent event = click(Map.of("value", value, "name", "other"));

		assertThat(event.value().asString()).isEqualTo(value);
		assertThat(event.action()).isEqualTo(value);
	}

	@Test
	void valueWhenTextIsWrittenTwiceThenIsTheText() {
		assertThat(click(Map.of("value", written("save"))).action()).isEqualTo("save");
	}

	@Test
	void valueWhenTextIsNestedTooDeepThenStaysAText() {
		String deep = "[".repeat(1000) + "]".repeat(1000);

		assertThat(click(Map.of("value", deep)).value().asString()).isEqualTo(deep);
	}

	@Test
	void valueWhenMembersAreJsonInTextThenStayTexts() {
		assertThat(
				click(Map.of("value", Map.of("action", "a", "state", "{\"row\":7}"))).value().path("state").asString())
			.isEqualTo("{\"row\":7}");
	}

	@ParameterizedTest
	@MethodSource("choicesOfOne")
	void optionWhenOneIsChosenThenIsRead(Map<String, ?> action) {
		CardActionEvent event = click(action);

		assertThat(event.option()).isEqualTo("a");
		assertThat(event.options()).containsExactly("a");
	}

	private static List<Map<String, ?>> choicesOfOne() {
		return List.of(Map.of("option", "a"), Map.of("options", "a"), Map.of("option", List.of("a")),
				Map.of("options", List.of("a")), Map.of("option", "a", "options", List.of()),
				Map.of("option", "", "options", List.of("a")), Map.of("option", List.of(), "options", "a"),
				Map.of("options", List.of("", "a", " ")), Map.of("options", List.of(List.of("a"))));
	}

	@ParameterizedTest
	@MethodSource("choicesOfMany")
	void optionsWhenManyAreChosenThenAllAreRead(Map<String, ?> action) {
		CardActionEvent event = click(action);

		assertThat(event.options()).containsExactly("a", "1", "b");
		assertThat(event.option()).isEqualTo("a");
	}

	private static List<Map<String, ?>> choicesOfMany() {
		return List.of(Map.of("options", List.of("a", "1", "b")), Map.of("option", List.of("a", "1", "b")),
				Map.of("options", List.of("a", 1, "b")), Map.of("options", List.of(List.of("a", 1), "", List.of("b"))),
				Map.of("option", "a", "options", List.of("a", "1", "b")));
	}

	@Test
	void optionsWhenNothingIsChosenThenAreEmpty() {
		for (Object nothing : List.of("", List.of(), List.of(""), Map.of(), Map.of("value", "a"))) {
			assertThat(click(Map.of("option", nothing)).options()).isEmpty();
			assertThat(click(Map.of("options", nothing)).option()).isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "\"true\"", "\"True\"", "\" TRUE \"" })
	void checkedWhenTickedInAnyShapeThenIsTrue(String checked) {
		assertThat(CardActionEvent.parse(Clicks.click("1", "\"checked\": " + checked)).checked()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "\"false\"", "\"\"", "null", "{}", "[true]", "\"yes\"" })
	void checkedWhenNotTickedThenIsFalse(String checked) {
		assertThat(CardActionEvent.parse(Clicks.click("1", "\"checked\": " + checked)).checked()).isFalse();
	}

	@Test
	void clickWhenOfTheOldShapeThenFieldsAreReadToo() {
		CardActionEvent event = CardActionEvent.parse("""
				{"open_id": "ou_1", "open_message_id": "om_1", "token": "c-1", "action": {"tag": "select_static",
				"value": "{\\"action\\": \\"pick\\"}", "timezone": "Asia/Shanghai", "name": "", "form_value": {},
				"input_value": "20", "option": "a", "options": [], "checked": "true"}}""");

		assertThat(event.action()).isEqualTo("pick");
		assertThat(event.input()).isEqualTo("20");
		assertThat(event.options()).containsExactly("a");
		assertThat(event.checked()).isTrue();
		assertThat(event.zone()).hasToString("Asia/Shanghai");
		assertThat(event.name()).isNull();
	}

	@Test
	void clickWhenOfAnyTagThenActionIsOfValueOrName() {
		for (String tag : List.of("button", "interactive_container", "checker", "select_img", "form_submit",
				"new_tag")) {
			assertThat(click(Map.of("tag", tag, "value", Map.of("action", "a"), "name", "b")).action()).isEqualTo("a");
			assertThat(click(Map.of("tag", tag, "name", "b")).action()).isEqualTo("b");
			assertThat(click(Map.of("tag", tag)).action()).isNull();
		}
	}

	private static CardActionEvent click(Map<String, ?> action) {
		String members = CallbackMapper.INSTANCE.writeValueAsString(action);
		return CardActionEvent.parse(Clicks.click("1", members.substring(1, members.length() - 1)));
	}

	private static String written(String text) {
		return CallbackMapper.INSTANCE.writeValueAsString(text);
	}

	record Row(int row) {
	}

}
