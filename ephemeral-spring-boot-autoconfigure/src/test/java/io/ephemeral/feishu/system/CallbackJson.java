package io.ephemeral.feishu.system;

/**
 * Contents of callbacks.
 */
final class CallbackJson {

	static final String TOKEN = "vt-signed";

	private CallbackJson() {
	}

	/** A click on a card of its own, so that two of them are no double click. */
	static String click(String id, String action) {
		return """
				{"schema": "2.0", "header": {"event_id": "%s", "event_type": "card.action.trigger", "token": "%s"},
				"event": {"operator": {"open_id": "ou_1"}, "action": {"tag": "button", "value": {"action": "%s"}},
				"context": {"open_message_id": "om_%s", "open_chat_id": "oc_1"}}}""".formatted(id, TOKEN, action, id);
	}

	static String message(String id) {
		return """
				{"schema": "2.0", "header": {"event_id": "%s", "event_type": "im.message.receive_v1", "token": "%s"},
				"event": {"sender": {"sender_id": {"open_id": "ou_1"}}, "message": {"message_id": "om_%s",
				"chat_id": "oc_1", "message_type": "text", "content": "{}"}}}""".formatted(id, TOKEN, id);
	}

	static String ticket(String ticket) {
		return """
				{"ts": "1502199207.7171419", "uuid": "%s", "token": "%s", "type": "event_callback",
				"event": {"app_id": "cli_1", "app_ticket": "%s", "type": "app_ticket"}}""".formatted(ticket, TOKEN,
				ticket);
	}

}
