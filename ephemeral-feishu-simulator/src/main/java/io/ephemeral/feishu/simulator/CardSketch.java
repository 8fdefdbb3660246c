package io.ephemeral.feishu.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/**
 * Lines of text that show a card with its texts, fields and buttons.
 */
final class CardSketch {

	private static final Set<String> TEXTS = Set.of("plain_text", "lark_md", "markdown");

	private static final Set<String> CHOICES = Set.of("select_static", "multi_select_static", "select_person",
			"multi_select_person", "date_picker", "picker_time", "picker_datetime", "overflow", "select_img");

	private static final Set<String> PICTURES = Set.of("img", "img_combination", "chart", "audio");

	private final Predicate<String> hidden;

	private final List<String> lines = new ArrayList<>();

	/**
	 * Creates an empty sketch.
	 * @param hidden names of properties without visible text
	 */
	CardSketch(Predicate<String> hidden) {
		this.hidden = hidden;
	}

	/**
	 * Draws a card without its title.
	 */
	List<String> draw(JsonNode card) {
		if (card.path("type").asString("").equals("template")) {
			return List.of("(template " + card.path("data").path("template_id").asString("") + ")");
		}
		visit(card.path("header").path("subtitle"));
		visit(card.path("header").path("text_tag_list"));
		visit(card.path("elements"));
		visit(card.path("body").path("elements"));
		return List.copyOf(this.lines);
	}

	private void visit(JsonNode node) {
		String tag = node.path("tag").asString("");
		if (node.isArray()) {
			node.forEach(this::visit);
		}
		else if (TEXTS.contains(tag)) {
			node.path("content").asString("").lines().forEach(this.lines::add);
		}
		else if (!drawComponent(tag, node)) {
			node.properties()
				.stream()
				.filter((property) -> !this.hidden.test(property.getKey()))
				.forEach((property) -> visit(property.getValue()));
		}
	}

	private boolean drawComponent(String tag, JsonNode node) {
		if (tag.equals("button")) {
			this.lines.add("[ " + content(node, "text") + " ]" + disabled(node));
		}
		else if (tag.equals("input")) {
			this.lines.add(content(node, "label") + " ____" + node.path("default_value").asString("") + "____"
					+ disabled(node));
		}
		else if (tag.equals("checker")) {
			this.lines.add((node.path("checked").asBoolean(false) ? "[x] " : "[ ] ") + content(node, "text"));
		}
		else if (CHOICES.contains(tag)) {
			this.lines.add("< " + content(node, "placeholder") + " >" + disabled(node));
		}
		else if (PICTURES.contains(tag)) {
			this.lines.add("(" + tag + ")");
		}
		else {
			return false;
		}
		return true;
	}

	private static String content(JsonNode node, String text) {
		return node.path(text).path("content").asString("");
	}

	private static String disabled(JsonNode node) {
		return node.path("disabled").asBoolean(false) ? " (disabled)" : "";
	}

}
