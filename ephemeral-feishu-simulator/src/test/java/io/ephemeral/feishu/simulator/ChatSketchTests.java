package io.ephemeral.feishu.simulator;

import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.ephemeral.feishu.simulator.tenant.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FeishuSimulatorExtension.class)
class ChatSketchTests {

	@Test
	void sketchWhenMembersSeeDifferentThingsThenShowsEachScreen(FeishuSimulator feishu) {
		SimulatedChat chat = feishu.createChat("ada", "bob");
		chat.goOffline("bob");
		TestClient client = new TestClient(feishu);
		client.send(TestClient.request(chat, "ada", Json.parse("""
				{"schema": "2.0", "header": {"title": {"tag": "plain_text", "content": "Lunch?"}},
				 "body": {"elements": [
				   {"tag": "markdown", "content": "Who eats?"},
				   {"tag": "form", "name": "f", "elements": [
				     {"tag": "input", "name": "dish", "label": {"tag": "plain_text", "content": "Dish"}},
				     {"tag": "date_picker", "name": "day", "placeholder": {"tag": "plain_text", "content": "Day"}},
				     {"tag": "button", "name": "save", "form_action_type": "submit",
				      "text": {"tag": "plain_text", "content": "Save"}}]}]}}
				""")));
		chat.seenBy("ada").get(0).press("Save");

		assertThat(chat.sketch()).isEqualTo("""
				chat 'ada, bob' (%s)
				  ada
				    ┌─ Lunch?  (only visible to you)
				    │ Who eats?
				    │ Dish ________
				    │ < Day >
				    │ [ Save ]
				    └─
				    (toast, error) %s
				  bob (offline)
				    nothing
				""".formatted(chat.id(), chat.member("ada").lastToast().orElseThrow().content()));
	}

}
