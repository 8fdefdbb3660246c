package io.ephemeral.feishu.card.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.ephemeral.feishu.card.json.CardMapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Card of random components in random places. Properties are missing, wrong or unknown,
 * and texts are hostile.
 */
final class RandomCard {

	private static final List<String> TEXTS = List.of("", " ", "Lunch?", "\"\"\"", "\\", "\\u0041", "a \"b\"\n\n c \n",
			"\t\r\n", "  indented\n  lines of a text that is longer than short\n", "一行很长的文字，没有空格，比一行还要长".repeat(8),
			"many words of one line ".repeat(12), "\u3000wide\u3000\n\u2028 blanks of a longer text", "\ud83d",
			"\u202e\u0000\u007f", "👩‍🍳", "${title}", "8px", "12px 4px", "blue-500", "rgba(1, 2, 3, .5)",
			"a__action__b", "https://example.com/?a=b&c");

	private final List<JsonNode> samples;

	private final List<JsonNode> elements = new ArrayList<>();

	private final Random random;

	RandomCard(List<JsonNode> samples, long seed) {
		this.samples = samples;
		this.random = new Random(seed);
		samples.forEach((sample) -> this.elements.addAll(sample.path("body").path("elements").values()));
	}

	JsonNode json() {
		JsonNode card = one(this.samples).deepCopy();
		if (card.path("body").path("elements") instanceof ArrayNode body) {
			fill(body, 3);
		}
		change(card);
		return card;
	}

	private void fill(ArrayNode elements, int depth) {
		for (int count = this.random.nextInt(3); count > 0; count--) {
			JsonNode element = one(this.elements).deepCopy();
			if (depth > 0 && element.path("elements") instanceof ArrayNode inner) {
				fill(inner, depth - 1);
			}
			elements.insert(this.random.nextInt(elements.size() + 1), element);
		}
	}

	private void change(JsonNode json) {
		if (json instanceof ObjectNode object) {
			List.copyOf(object.propertyNames()).forEach((name) -> change(object, name));
			if (chance(60)) {
				object.set("new_" + this.random.nextInt(3), value());
			}
		}
		json.values().forEach(this::change);
	}

	private void change(ObjectNode object, String name) {
		boolean isFixed = name.equals("schema") || name.equals("tag") || name.equals("body") || name.equals("type");
		if (!isFixed && chance(6)) {
			object.remove(name);
		}
		else if (!isFixed && chance(40)) {
			object.set(name, value());
		}
		else if (object.get(name).isString() && !isFixed && chance(6)) {
			object.put(name, one(TEXTS));
		}
		else if (object.get(name).isBoolean() && chance(2)) {
			object.put(name, this.random.nextBoolean());
		}
	}

	private JsonNode value() {
		return switch (this.random.nextInt(8)) {
			case 0 -> CardMapper.tree(null);
			case 1 -> CardMapper.tree(this.random.nextInt(1000) - 500);
			case 2 -> CardMapper.INSTANCE.readTree("12345678901234567890.5");
			case 3 -> CardMapper.tree(List.of());
			case 4 -> CardMapper.INSTANCE.createObjectNode();
			case 5 -> CardMapper.tree(List.of(one(TEXTS), 1.5, true));
			case 6 -> one(this.elements).deepCopy();
			default -> CardMapper.text(one(TEXTS));
		};
	}

	private boolean chance(int one) {
		return this.random.nextInt(one) == 0;
	}

	private <T> T one(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
