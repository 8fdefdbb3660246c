package io.ephemeral.feishu.simulator;

import io.ephemeral.feishu.simulator.tenant.Json;
import io.ephemeral.feishu.simulator.tenant.ScreenCard;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class ShownCardTests {

	@Test
	void textWhenCardIsJson2ThenIsReadFromTopToBottom() {
		ShownCard card = shown("""
				{"schema": "2.0",
				 "body": {"elements": [
				   {"tag": "markdown", "content": "Who **eats**?", "i18n_content": {"en_us": "hidden"}},
				   {"tag": "form", "name": "f", "elements": [
				     {"tag": "input", "name": "i", "label": {"tag": "plain_text", "content": "Dish"}},
				     {"tag": "button", "text": {"tag": "plain_text", "content": "Save"},
				      "confirm": {"title": {"tag": "plain_text", "content": "Sure?"}},
				      "behaviors": [{"type": "callback", "value": {"tag": "plain_text", "content": "hidden"}}]}]}]},
				 "header": {"title": {"tag": "plain_text", "content": "Lunch"},
				            "subtitle": {"tag": "plain_text", "content": "today"},
				            "text_tag_list": [{"tag": "text_tag", "text": {"tag": "plain_text", "content": "new"}}]}}
				""");

		assertThat(card.title()).isEqualTo("Lunch");
		assertThat(card.text()).isEqualTo("Lunch\ntoday\nnew\nWho **eats**?\nDish\nSave");
	}

	@Test
	void textWhenCardIsJson1ThenHasElementsAndNotes() {
		ShownCard card = shown("""
				{"elements": [
				  {"tag": "div", "text": {"tag": "lark_md", "content": "Hello"}},
				  {"tag": "note", "elements": [{"tag": "plain_text", "content": "small"}]}]}
				""");

		assertThat(card.title()).isEmpty();
		assertThat(card.text()).isEqualTo("Hello\nsmall");
	}

	@Test
	void textWhenCardIsTemplateThenIsEmpty() {
		assertThat(shown("{\"type\": \"template\", \"data\": {\"template_id\": \"AAq1\"}}").text()).isEmpty();
	}

	@Test
	void jsonWhenChangedByCallerThenCardStaysTheSame() {
		ShownCard card = shown("{\"schema\": \"2.0\"}");

		((ObjectNode) card.json()).put("schema", "3.0");

		assertThat(card.json().path("schema").asString()).isEqualTo("2.0");
	}

	private static ShownCard shown(String json) {
		try (FeishuSimulator feishu = FeishuSimulator.start()) {
			SimulatedChat chat = feishu.createChat("ada");
			return new ShownCard(chat, chat.member("ada").person(), new ScreenCard("om_1", true, Json.parse(json)));
		}
	}

}
