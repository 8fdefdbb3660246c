package io.ephemeral.feishu.callback;

/**
 * Clicks as the platform's documents show them.
 */
public final class Clicks {

	public static final String FORM = """
			{"multi": ["first", "second"], "date": "2024-04-01 +0800", "datetime": "2024-04-29 07:07 +0800",
			"time": "00:00 +0800", "text": "1234", "person": "ou_2", "select": "1"}""";

	private Clicks() {
	}

	public static String button(String id, String action) {
		return click(id, "\"tag\": \"button\", \"value\": {\"action\": \"" + action + "\"}");
	}

	public static String submit(String id, String action, String form) {
		return click(id, "\"tag\": \"button\", \"name\": \"" + action + "\", \"timezone\": \"Asia/Shanghai\", "
				+ "\"form_value\": " + form);
	}

	public static String click(String id, String action) {
		return """
				{"schema": "2.0",
				"header": {"event_id": "%s", "token": "vt_test_abc", "create_time": "1700000000000000",
				"event_type": "card.action.trigger", "tenant_key": "tenant-1", "app_id": "cli_1"},
				"event": {"operator": {"tenant_key": "tenant-1", "open_id": "ou_1", "union_id": "on_1"},
				"token": "c-1", "action": {%s}, "host": "im_message",
				"context": {"open_message_id": "om_1", "open_chat_id": "oc_1"}}}""".formatted(id, action);
	}

	public static String legacy(String action) {
		return """
				{"open_id": "ou_1", "user_id": "u1", "open_message_id": "om_1", "open_chat_id": "oc_1",
				"tenant_key": "tenant-1", "token": "c-1",
				"action": {"tag": "button", "value": {"action": "%s"}}}""".formatted(action);
	}

}
