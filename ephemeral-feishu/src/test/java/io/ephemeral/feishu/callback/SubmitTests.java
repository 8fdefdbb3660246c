package io.ephemeral.feishu.callback;

import java.util.Map;

import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.card.element.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Submits of forms in all the shapes that clients and SDKs show.
 */
class SubmitTests {

	@ParameterizedTest
	@CsvSource({ "save, save", "first, save", "button-submit, lunch.eat", "a_, _b", "1, a__action__b", "保存, 提交" })
	void submitWhenBuiltButtonComesByNameAloneThenActionIsFound(String name, String action) {
		Button button = Button.submit(name, "Save").callback(Map.of("action", action, "row", 7)).build();

		CardActionEvent event = submit("\"tag\": \"button\", \"name\": \"" + button.name() + "\"");

		assertThat(event.action()).isEqualTo(action);
		assertThat(event.name()).isEqualTo(name);
		assertThat(event.value().isMissingNode()).isTrue();
		assertThat(event.form().path("text").asString()).isEqualTo("1234");
	}

	@Test
	void submitWhenBuiltButtonComesWithValueThenNameIsAsGiven() {
		String name = Button.submit("first", "Save").callback("save").build().name();

		CardActionEvent event = submit("\"value\": {\"action\": \"save\"}, \"name\": \"" + name + "\"");

		assertThat(event.action()).isEqualTo("save");
		assertThat(event.name()).isEqualTo("first");
	}

	@ParameterizedTest
	@ValueSource(strings = { "save", "__action__", "__action__save", "save__action__" })
	void submitWhenNameCarriesNoActionThenWholeNameIsIt(String name) {
		CardActionEvent event = submit("\"name\": \"" + name + "\"");

		assertThat(event.action()).isEqualTo(name);
		assertThat(event.name()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "\"\"", "{}", "[]", "\"null\"", "\"{}\"", "{\"action\": \"\"}",
			"{\"action\": null}", "{\"action\": []}", "{\"row\": 7}" })
	void submitWhenValueNamesNoActionThenNameDoes(String value) {
		assertThat(submit("\"value\": " + value + ", \"name\": \"first__action__save\"").action()).isEqualTo("save");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"tag\": \"button\"", "\"tag\": \"form_submit\"", "\"action_type\": \"form_submit\"",
			"\"tag\": \"\"", "\"tag\": null", "\"tag\": {}" })
	void submitWhenOfAnyTagThenIsRead(String tag) {
		CardActionEvent event = submit(tag + ", \"name\": \"save\"");

		assertThat(event.action()).isEqualTo("save");
		assertThat(event.form(Text.class)).isEqualTo(new Text("1234"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "form_submit", "card.action.form_submit", "card.action.trigger" })
	void submitWhenOfAnyEventTypeThenIsClick(String type) {
		JsonNode body = CallbackMapper.INSTANCE
			.readTree(Clicks.submit("1", "save", Clicks.FORM).replace(CallbackPayload.CLICK, type));

		CallbackPayload payload = CallbackPayload.of(body, false);

		assertThat(payload.isClick()).isTrue();
		assertThat(CardActionEvent.of(payload).action()).isEqualTo("save");
	}

	@Test
	void submitWhenPartsAreDirectlyInTheEventThenIsRead() {
		CardActionEvent event = CardActionEvent.parse("""
				{"schema": "2.0", "header": {"event_id": "1", "event_type": "form_submit"},
				"event": {"operator": {"open_id": "ou_1"}, "name": "save", "form_value": {"text": "1234"}}}""");

		assertThat(event.action()).isEqualTo("save");
		assertThat(event.form(Text.class)).isEqualTo(new Text("1234"));
	}

	@Test
	void submitWhenOfTheOldShapeThenIsReadByName() {
		CardActionEvent event = CardActionEvent
			.parse("""
					{"open_id": "ou_1", "open_message_id": "om_1", "token": "c-1", "action": {"tag": "button",
					"name": "first__action__save", "form_value": "{\\"text\\": \\"1234\\"}", "option": "", "options": []}}""");

		assertThat(event.action()).isEqualTo("save");
		assertThat(event.form(Text.class)).isEqualTo(new Text("1234"));
	}

	@Test
	void resetWhenBuiltThenNameStaysAsItIs() {
		assertThat(Button.builder("Clear").form("clear", Button.FormAction.RESET).callback("cleared").build().name())
			.isEqualTo("clear");
	}

	private static CardActionEvent submit(String members) {
		return CardActionEvent.parse(Clicks.click("1", members + ", \"form_value\": {\"text\": \"1234\"}"));
	}

	record Text(String text) {
	}

}
