package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.card.RandomText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random changes of the parts of clicks: everything that a client sends is read, or
 * refused as malformed.
 */
class ClickReadingFuzzTests {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final List<JsonNode> BODIES = List.of(json(Clicks.button("evt-1", "save")),
			json(Clicks.submit("evt-2", "save", Clicks.FORM)), json(Clicks.legacy("save")), json("""
					{"schema": "2.0", "event_id": "1", "token": "vt_test_abc", "create_time": "1700000000000",
					"event_type": "card.action.trigger", "tenant_key": "t", "app_id": "cli_1", "host": "im_message",
					"context": {"open_message_id": "om_1", "open_chat_id": "oc_1"}, "operator": {"open_id": "ou_1"},
					"action": {"tag": "form_submit", "name": "a__action__b", "form_value": "{\\"number\\": 7}",
					"value": "\\"{}\\"", "options": [["a"], 1], "option": "", "checked": "true", "input_value": 20,
					"timezone": "Asia/Shanghai"}}"""));

	private static final List<Function<RandomText, JsonNode>> VALUES = List.of((random) -> NODES.nullNode(),
			(random) -> NODES.booleanNode(random.number() % 2 == 0), (random) -> NODES.numberNode(random.number()),
			(random) -> NODES.numberNode(Double.MIN_VALUE), (random) -> json("1e400000000"),
			(random) -> NODES.stringNode("9".repeat(random.number() % 40)), (random) -> NODES.stringNode(random.next()),
			(random) -> NODES.stringNode(CallbackMapper.INSTANCE.writeValueAsString(random.next())),
			(random) -> NODES.stringNode("[".repeat(random.number() % 200)),
			(random) -> NODES.stringNode(random.oneOf(BODIES).toString()), (random) -> NODES.objectNode(),
			(random) -> NODES.arrayNode(), (random) -> random.oneOf(BODIES).deepCopy(),
			(random) -> NODES.arrayNode().add(random.next()).add(NODES.arrayNode().add(random.next())).addNull(),
			(random) -> NODES.objectNode().put("action", random.next()).put(random.next(), random.number()));

	@Test
	void clickWhenChangedAtRandomThenIsReadOrMalformed() {
		RandomText.forEach((random) -> {
			JsonNode body = random.oneOf(BODIES).deepCopy();
			for (int times = random.number() % 6; times >= 0; times--) {
				change(random, body);
			}
			CardActionEvent event = parsed(body.toString());
			if (event != null) {
				readAll(event);
			}
		});
	}

	@Test
	void clickWhenTextIsDamagedThenIsReadOrMalformed() {
		RandomText.forEach((random) -> {
			String body = random.oneOf(BODIES).toString();
			int position = random.number() % body.length();
			CardActionEvent event = parsed(body.substring(0, position) + random.next() + body.substring(position));
			if (event != null) {
				readAll(event);
			}
		});
	}

	private static @Nullable CardActionEvent parsed(String body) {
		try {
			JsonNode json = CallbackPayload.read(body.getBytes(StandardCharsets.UTF_8));
			return CardActionEvent.of(CallbackPayload.of(json, !CallbackPayload.isOfSecondVersion(json)));
		}
		catch (CallbackRejectedException ex) {
			return null;
		}
	}

	/** Reads everything. An accessor may throw only documented exceptions. */
	private static void readAll(CardActionEvent event) {
		assertThat(event.id()).isNotBlank();
		assertThat(event.operator()).isNotNull();
		assertThat(event.options()).doesNotContain("");
		assertThat(event.form().isObject() || event.form().isMissingNode()).isTrue();
		assertThat(event.toString()).contains(event.loggedId());
		List<@Nullable Object> read = new ArrayList<>();
		read.add(event.action());
		read.add(event.name());
		read.add(event.tag());
		read.add(event.host());
		read.add(event.token());
		read.add(event.createdAt());
		read.add(event.option());
		read.add(event.input());
		read.add(event.checked());
		read.add(event.zone());
		read.add(event.locale());
		read.add(event.tenantKey());
		read.add(event.clickedMessage());
		read.add(event.deliveryId(() -> "signature"));
		try {
			read.add(event.form(FormBinderTests.Everything.class));
			read.add(event.form(FormBinderTests.Times.class));
			read.add(event.value(FormBinderTests.Everything.class));
		}
		catch (FormBindingException ex) {
			read.add(ex.field());
		}
		assertThat(read).isNotEmpty();
	}

	private static void change(RandomText random, JsonNode body) {
		JsonNode around = body;
		while (true) {
			List<String> names = List.copyOf(around.propertyNames());
			if (around instanceof ArrayNode array) {
				array.insert(0, random.oneOf(VALUES).apply(random));
				return;
			}
			if (!(around instanceof ObjectNode object) || names.isEmpty()) {
				return;
			}
			String name = random.oneOf(names);
			JsonNode inside = around.path(name);
			if (inside.isContainer() && random.number() % 3 > 0) {
				around = inside;
				continue;
			}
			switch (random.number() % 4) {
				case 0 -> object.remove(name);
				case 1 -> moveUp(object, name);
				default -> object.set(name, random.oneOf(VALUES).apply(random));
			}
			return;
		}
	}

	private static void moveUp(ObjectNode object, String name) {
		JsonNode inside = object.remove(name);
		inside.properties().forEach((property) -> object.set(property.getKey(), property.getValue()));
	}

	private static JsonNode json(String text) {
		return CallbackMapper.INSTANCE.readTree(text);
	}

}
