package io.ephemeral.feishu.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ephemeral.feishu.simulator.event.CardControls;
import io.ephemeral.feishu.simulator.tenant.Person;
import io.ephemeral.feishu.simulator.tenant.ScreenCard;
import tools.jackson.databind.JsonNode;

/**
 * Card on a member's screen, as it was when the test asked for it.
 * <p>
 * The methods that use the card act for that member. They wait for the response of the
 * application, 3 seconds at most, and return the toast that the member's client shows
 * then, if any. A card in the response has replaced this one by that time. Each of them
 * throws an {@link IllegalStateException} if the card is no longer on the screen or the
 * component is disabled, and an {@link IllegalArgumentException} that lists the
 * components or options if the card does not have the requested one. A component is found
 * by its text, label, placeholder, name or element id. Its confirmation is accepted.
 */
public final class ShownCard implements ShownMessage {

	private static final Set<String> TEXT_TAGS = Set.of("plain_text", "lark_md", "markdown");

	/** Texts that appear only after a click or below the pointer, or not at all. */
	private static final Set<String> HIDDEN = Set.of("behaviors", "value", "confirm", "hover_tips", "disabled_tips",
			"options");

	private final SimulatedChat chat;

	private final Person viewer;

	private final ScreenCard card;

	ShownCard(SimulatedChat chat, Person viewer, ScreenCard card) {
		this.chat = chat;
		this.viewer = viewer;
		this.card = card;
	}

	@Override
	public String messageId() {
		return this.card.messageId();
	}

	@Override
	public String chatId() {
		return this.chat.id();
	}

	/**
	 * Returns whether the card has the mark "only visible to you".
	 * @return whether it is an ephemeral card
	 */
	public boolean onlyYou() {
		return this.card.onlyYou();
	}

	/**
	 * Returns the card as it was sent: JSON 1.0, JSON 2.0 or a reference to a template.
	 * @return a copy
	 */
	public JsonNode json() {
		return this.card.json().deepCopy();
	}

	private JsonNode drawn() {
		return this.card.drawn(this.viewer.language());
	}

	/**
	 * Returns the title in the header; that of a public card in the viewer's language.
	 * @return the title; empty without one, as for every template
	 */
	public String title() {
		return drawn().path("header").path("title").path("content").asString("");
	}

	/**
	 * Returns all text that is visible without a click, line by line: title, subtitle and
	 * tags, then the elements from top to bottom.
	 * <p>
	 * Markdown stays as it was written. A template has no text, because only its
	 * variables are known.
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

	/** Lines that show the card without its title, with fields and buttons. */
	List<String> sketch() {
		return new CardSketch(ShownCard::isHidden).draw(drawn());
	}

	/**
	 * Presses a button or a container that can be clicked as a whole. A button that
	 * submits a form submits its initial values.
	 * @param label such as {@code Save}
	 * @return the toast, see {@link ShownCard}
	 */
	public Optional<ShownToast> press(String label) {
		return submit(label, Map.of());
	}

	/**
	 * Fills in the only form of the card and presses the only button that submits it.
	 * @param values values by the names of the fields; other fields keep their initial
	 * values. A day or time is a {@code java.time} object or a text such as
	 * {@code 2026-12-24 08:30}; an option is its value or text; a person is a name or an
	 * open id; several of them are a collection
	 * @return the toast, see {@link ShownCard}; if a required field is empty, the toast
	 * is that of the client, and the application is not called
	 */
	public Optional<ShownToast> submit(Map<String, ?> values) {
		return use(controls().submit(values, this.chat.openIds()));
	}

	/**
	 * Fills in a form and presses one of its buttons.
	 * @param label such as {@code Save}
	 * @param values values, see {@link #submit(Map)}
	 * @return the toast, see {@link ShownCard}
	 */
	public Optional<ShownToast> submit(String label, Map<String, ?> values) {
		return use(controls().press(label, values, this.chat.openIds()));
	}

	/**
	 * Enters, picks or checks a value outside of a form, which calls the application at
	 * once.
	 * @param label such as {@code Size}
	 * @param value a text, a day, a time, an option, a person, or a boolean for a
	 * checker; see {@link #submit(Map)}
	 * @return the toast, see {@link ShownCard}
	 */
	public Optional<ShownToast> choose(String label, Object value) {
		return use(controls().change(label, value, this.chat.openIds()));
	}

	private Optional<ShownToast> use(CardControls.Use use) {
		if (use.toast() != null) {
			return Optional.of(this.chat.showToast(this.viewer, use.toast()));
		}
		return (use.report() != null) ? this.chat.click(this.viewer, messageId(), use.report()) : Optional.empty();
	}

	private CardControls controls() {
		return new CardControls(drawn());
	}

	@Override
	public String toString() {
		return "card '%s' (%s) on the screen of %s".formatted(title(), messageId(), this.viewer.name());
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
				.filter((property) -> !isHidden(property.getKey()))
				.forEach((property) -> collectText(property.getValue(), lines));
		}
	}

	private static boolean isHidden(String property) {
		return HIDDEN.contains(property) || property.startsWith("i18n_");
	}

	private static void collectContent(JsonNode text, List<String> lines) {
		String content = text.path("content").asString("");
		if (!content.isEmpty()) {
			lines.add(content);
		}
	}

}
