package io.ephemeral.feishu.form;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.RawCard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Form on the screen of a user in Shanghai.
 */
record ShownForm(JsonNode card) {

	private static final Map<String, String> OFFSETS = Map.of("date_picker", " +0800", "picker_time", " +0800",
			"picker_datetime", " +0800");

	static ShownForm of(CardContent card) {
		return new ShownForm(RawCard.parse(card.toJson()).json());
	}

	JsonNode field(String name) {
		return elements().filter((element) -> element.path("name").asString("").equals(name)).findFirst().orElseThrow();
	}

	Stream<JsonNode> elements() {
		return this.card.path("body")
			.path("elements")
			.valueStream()
			.filter((element) -> element.path("tag").asString("").equals("form"))
			.flatMap((form) -> form.path("elements").valueStream());
	}

	JsonNode button() {
		return elements().filter((element) -> element.path("tag").asString("").equals("button"))
			.findFirst()
			.orElseThrow();
	}

	/** Submits the form as it is. */
	CardActionEvent submit() {
		return submit(values());
	}

	/** Returns the initial values, as a client sends them. */
	ObjectNode values() {
		ObjectNode values = JsonNodeFactory.instance.objectNode();
		elements().filter((element) -> !element.path("tag").asString("").equals("button"))
			.forEach((element) -> initial(element)
				.ifPresent((value) -> values.set(element.path("name").asString(), value)));
		return values;
	}

	CardActionEvent submit(ObjectNode values) {
		ObjectNode action = JsonNodeFactory.instance.objectNode().put("tag", "button").put("timezone", "Asia/Shanghai");
		action.set("name", button().path("name"));
		action.set("value", button().path("behaviors").path(0).path("value"));
		action.set("form_value", values);
		ObjectNode body = (ObjectNode) RawCard.parse("""
				{"schema": "2.0", "header": {"event_id": "1", "event_type": "card.action.trigger"},
				"event": {"operator": {"open_id": "ou_1"}, "token": "c-1"}}""").json();
		((ObjectNode) body.path("event")).set("action", action);
		return CardActionEvent.parse(body.toString());
	}

	private static Optional<JsonNode> initial(JsonNode field) {
		String tag = field.path("tag").asString("");
		if (tag.equals("checker")) {
			return Optional.of(field.path("checked").isMissingNode() ? JsonNodeFactory.instance.booleanNode(false)
					: field.path("checked"));
		}
		return Stream
			.of("default_value", "initial_date", "initial_time", "initial_datetime", "initial_option",
					"selected_values")
			.map(field::path)
			.filter((value) -> !value.isMissingNode())
			.map((value) -> OFFSETS.containsKey(tag)
					? JsonNodeFactory.instance.stringNode(value.asString() + OFFSETS.get(tag)) : value)
			.findFirst();
	}

}
