package io.ephemeral.feishu.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * A card as it stands on a member's screen.
 *
 * @param messageId {@code om_…}, by which the card can be deleted
 * @param chatId {@code oc_…}
 * @param onlyYou whether the card carries the mark "only visible to you"
 * @param json the card as it was sent: JSON 1.0, JSON 2.0 or a reference to a template
 */
public record ShownCard(String messageId, String chatId, boolean onlyYou, JsonNode json) {

	private static final Set<String> TEXT_TAGS = Set.of("plain_text", "lark_md", "markdown");

	/** What a component shows only after a click or on hovering, or not at all. */
	private static final Set<String> HIDDEN = Set.of("behaviors", "value", "confirm", "hover_tips", "disabled_tips",
			"options");

	/**
	 * The card as it was sent: JSON 1.0, JSON 2.0 or a reference to a template.
	 * @return a copy
	 */
	@Override
	public JsonNode json() {
		return this.json.deepCopy();
	}

	/**
	 * The title in the card's header.
	 * @return the title; empty without one, as for every template
	 */
	public String title() {
		return this.json.path("header").path("title").path("content").asString("");
	}

	/**
	 * Everything there is to read on the card without a click, line by line: title,
	 * subtitle and tags, then the elements from top to bottom.
	 * <p>
	 * Markdown stays as it was written. Of a template nothing is known but its variables,
	 * so it has no text.
	 * @return the lines, joined by {@code \n}
	 */
	public String text() {
		List<String> lines = new ArrayList<>();
		JsonNode header = this.json.path("header");
		collectContent(header.path("title"), lines);
		collectContent(header.path("subtitle"), lines);
		collectText(header.path("text_tag_list"), lines);
		collectText(this.json.path("elements"), lines);
		collectText(this.json.path("body").path("elements"), lines);
		return String.join("\n", lines);
	}

	private static void collectText(JsonNode node, List<String> lines) {
		if (node.isArray()) {
			node.forEach((item) -> collectText(item, lines));
		}
		else if (TEXT_TAGS.contains(node.path("tag").asString(""))) {
			collectContent(node, lines);
		}
		else {
			node.properties()
				.stream()
				.filter((property) -> !HIDDEN.contains(property.getKey()) && !property.getKey().startsWith("i18n_"))
				.forEach((property) -> collectText(property.getValue(), lines));
		}
	}

	private static void collectContent(JsonNode text, List<String> lines) {
		String content = text.path("content").asString("");
		if (!content.isEmpty()) {
			lines.add(content);
		}
	}

}
