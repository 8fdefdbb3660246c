package io.ephemeral.feishu.simulator;

import io.ephemeral.feishu.simulator.tenant.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cards that somebody can use.
 */
public final class TestCards {

	private TestCards() {
	}

	public static ObjectNode form() {
		return card("""
				{"tag": "form", "name": "reminder", "elements": [
				  {"tag": "input", "name": "text", "required": true, "max_length": 20,
				   "label": {"tag": "plain_text", "content": "What"}},
				  {"tag": "input", "name": "note", "default_value": "none"},
				  {"tag": "date_picker", "name": "date", "required": true,
				   "placeholder": {"tag": "plain_text", "content": "Day"}},
				  {"tag": "picker_time", "name": "time", "initial_time": "09:00"},
				  {"tag": "picker_datetime", "name": "until",
				   "placeholder": {"tag": "plain_text", "content": "Until"}},
				  {"tag": "select_static", "name": "size", "initial_index": 2, "options": [
				    {"text": {"tag": "plain_text", "content": "Small"}, "value": "s"},
				    {"text": {"tag": "plain_text", "content": "Large"}, "value": "l"}]},
				  {"tag": "multi_select_person", "name": "whom", "required": false},
				  {"tag": "checker", "name": "loud", "text": {"tag": "plain_text", "content": "Loud"}},
				  {"tag": "button", "name": "save", "form_action_type": "submit",
				   "text": {"tag": "plain_text", "content": "Save"},
				   "behaviors": [{"type": "callback", "value": {"action": "save"}}]},
				  {"tag": "button", "name": "clear", "form_action_type": "reset",
				   "text": {"tag": "plain_text", "content": "Clear"}}]},
				{"tag": "button", "text": {"tag": "plain_text", "content": "Cancel"},
				 "behaviors": [{"type": "callback", "value": {"action": "cancel"}}]}
				""");
	}

	public static ObjectNode fields() {
		return card("""
				{"tag": "select_static", "placeholder": {"tag": "plain_text", "content": "Drink"}, "options": [
				  {"text": {"tag": "plain_text", "content": "Tea"}, "value": "tea"}],
				 "behaviors": [{"type": "callback", "value": {"question": "drink"}}]},
				{"tag": "select_person", "element_id": "who"},
				{"tag": "date_picker", "placeholder": {"tag": "plain_text", "content": "Day"}},
				{"tag": "input", "name": "wish", "behaviors": [{"type": "callback", "value": {}}]},
				{"tag": "checker", "name": "local", "text": {"tag": "plain_text", "content": "Local"}},
				{"tag": "checker", "name": "done", "behaviors": [{"type": "callback", "value": {"action": "done"}}],
				 "text": {"tag": "plain_text", "content": "Done"}},
				{"tag": "overflow", "element_id": "more", "options": [
				  {"text": {"tag": "plain_text", "content": "Keep"}, "value": "keep"}]},
				{"tag": "select_img", "name": "dish", "options": [{"img_key": "img_v3_soup", "value": "soup"}]},
				{"tag": "button", "text": {"tag": "plain_text", "content": "Jump"},
				 "behaviors": [{"type": "open_url", "default_url": "https://example.com"}]},
				{"tag": "button", "disabled": true, "text": {"tag": "plain_text", "content": "Off"}},
				{"tag": "interactive_container", "behaviors": [{"type": "callback", "value": {"row": 1}}],
				 "elements": [{"tag": "markdown", "content": "Row 1"}]}
				""");
	}

	static ObjectNode card(String elements) {
		return (ObjectNode) Json.parse("""
				{"schema": "2.0", "header": {"title": {"tag": "plain_text", "content": "Remind"}},
				 "body": {"elements": [%s]}}
				""".formatted(elements));
	}

}
