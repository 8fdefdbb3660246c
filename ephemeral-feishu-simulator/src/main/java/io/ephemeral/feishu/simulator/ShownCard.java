package io.ephemeral.feishu.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card as it stands on a member's screen, at the moment it was asked for.
 * <p>
 * The methods that use the card act for that member. They wait until the application has
 * answered or failed to, 3 seconds at most, and return what the member's client tells
 * then, if anything; a card in the answer has taken the place of this one by that time.
 * Each throws an {@link IllegalStateException} if the card is no longer on the screen or
 * the component is disabled, and an {@link IllegalArgumentException} that lists what the
 * card has if there is no such component or option. Components are called by their text,
 * label, placeholder, name or element id; a question they ask first is answered with yes.
 */
public final class ShownCard implements ShownMessage {

	private static final Set<String> TEXT_TAGS = Set.of("plain_text", "lark_md", "markdown");

	/** What a component shows only after a click or on hovering, or not at all. */
	private static final Set<String> HIDDEN = Set.of("behaviors", "value", "confirm", "hover_tips", "disabled_tips",
			"options");

	private final String messageId;

	private final SimulatedChat chat;

	private final Person viewer;

	private final boolean onlyYou;

	private final JsonNode json;

	ShownCard(String messageId, SimulatedChat chat, Person viewer, boolean onlyYou, JsonNode json) {
		this.messageId = messageId;
		this.chat = chat;
		this.viewer = viewer;
		this.onlyYou = onlyYou;
		this.json = json;
	}

	ShownCard with(JsonNode json) {
		return new ShownCard(this.messageId, this.chat, this.viewer, this.onlyYou, json);
	}

	@Override
	public String messageId() {
		return this.messageId;
	}

	@Override
	public String chatId() {
		return this.chat.id();
	}

	/**
	 * Whether the card carries the mark "only visible to you"; a public card does not.
	 * @return whether it is an ephemeral card
	 */
	public boolean onlyYou() {
		return this.onlyYou;
	}

	/**
	 * The card as it was sent: JSON 1.0, JSON 2.0 or a reference to a template.
	 * @return a copy
	 */
	public JsonNode json() {
		return this.json.deepCopy();
	}

	/**
	 * The card as it is drawn: a public one in the language of who looks at it. An
	 * ephemeral card is not translated by the platform.
	 */
	JsonNode drawn() {
		JsonNode card = json();
		return this.onlyYou ? card : translated(card, this.viewer.language().toLowerCase(Locale.ROOT));
	}

	private static JsonNode translated(JsonNode node, String language) {
		if (node instanceof ObjectNode object) {
			JsonNode content = object.path("i18n_content").path(language);
			content = content.isMissingNode() ? object.path("i18n_content").path("en_us") : content;
			if (content.isString()) {
				object.set("content", content);
			}
		}
		node.values().forEach((child) -> translated(child, language));
		return node;
	}

	/**
	 * The title in the card's header, of a public card in the viewer's language.
	 * @return the title; empty without one, as for every template
	 */
	public String title() {
		return drawn().path("header").path("title").path("content").asString("");
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
		JsonNode card = drawn();
		JsonNode header = card.path("header");
		collectContent(header.path("title"), lines);
		collectContent(header.path("subtitle"), lines);
		collectText(header.path("text_tag_list"), lines);
		collectText(card.path("elements"), lines);
		collectText(card.path("body").path("elements"), lines);
		return String.join("\n", lines);
	}

	/**
	 * Presses a button or a container that can be clicked as a whole. A button that
	 * submits a form submits what the form shows at first.
	 * @param label such as {@code Save}
	 * @return what the member is told, see {@link ShownCard}
	 */
	public Optional<ShownToast> press(String label) {
		return submit(label, Map.of());
	}

	/**
	 * Fills in the only form of the card and presses the only button that submits it.
	 * @param values what is entered, by the names of the fields; fields left out keep
	 * what they show at first. Days and times are {@code java.time} objects or texts such
	 * as {@code 2026-12-24 08:30}; options are called by their value or text; people by
	 * their name or open id; several of them come as a collection
	 * @return what the member is told, see {@link ShownCard}; if a required field is
	 * empty the client says so, and the application is not called
	 */
	public Optional<ShownToast> submit(Map<String, ?> values) {
		return use(controls().submit(values, this.chat.openIds()));
	}

	/**
	 * Fills in a form and presses one of its buttons.
	 * @param label such as {@code Save}
	 * @param values what is entered, see {@link #submit(Map)}
	 * @return what the member is told, see {@link ShownCard}
	 */
	public Optional<ShownToast> submit(String label, Map<String, ?> values) {
		return use(controls().press(label, values, this.chat.openIds()));
	}

	/**
	 * Enters, picks or ticks something outside of a form, which is reported at once.
	 * @param label such as {@code Size}
	 * @param value a text, a day, a time, an option, a person, or for a checker whether
	 * it is ticked; see {@link #submit(Map)}
	 * @return what the member is told, see {@link ShownCard}
	 */
	public Optional<ShownToast> choose(String label, Object value) {
		return use(controls().change(label, value, this.chat.openIds()));
	}

	private Optional<ShownToast> use(CardControls.Use use) {
		if (use.told() != null) {
			this.chat.tell(this.viewer, use.told());
			return Optional.of(use.told());
		}
		return (use.report() != null) ? this.chat.click(this.viewer, this.messageId, use.report()) : Optional.empty();
	}

	CardControls controls() {
		return new CardControls(this.json);
	}

	@Override
	public String toString() {
		return "card '%s' (%s) on the screen of %s".formatted(title(), this.messageId, this.viewer.name());
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
