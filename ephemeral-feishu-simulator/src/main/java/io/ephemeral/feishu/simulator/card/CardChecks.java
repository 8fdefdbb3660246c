package io.ephemeral.feishu.simulator.card;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Checks of cards for refusals that are known from reports or documented with a code.
 * Properties and values that no document lists are accepted.
 */
public final class CardChecks {

	private final JsonNode card;

	private final CardTarget target;

	private final List<CardViolation> violations = new ArrayList<>();

	private CardChecks(JsonNode card, CardTarget target) {
		this.card = card;
		this.target = target;
	}

	/**
	 * Lists the rules that a card breaks. The platform names the first one only.
	 * @param card card or reference to a card; a JSON object
	 * @param target receivers of the card
	 * @return broken rules, in the order in which the platform reads the card
	 */
	public static List<CardViolation> violations(JsonNode card, CardTarget target) {
		CardChecks checks = new CardChecks(card, target);
		checks.check(CardPlace.start(checks.violations));
		return List.copyOf(checks.violations);
	}

	/**
	 * Returns the violation by an update if the old or the new card is not shared by its
	 * viewers.
	 * @return the broken rule
	 */
	public static List<CardViolation> notShared() {
		List<CardViolation> violations = new ArrayList<>();
		CardPlace.start(violations)
			.property("config")
			.property("update_multi")
			.refuse(CardError.UPDATE_MULTI, "must be true in both the old and the new card");
		return violations;
	}

	private void check(CardPlace start) {
		String wrapper = wrapper();
		if (text("type").equals("template")) {
			requireTemplate(start);
		}
		else if (text("type").equals("card") && this.card.has("data")) {
			checkEntity(start);
		}
		else if (!wrapper.isEmpty()) {
			start.property(wrapper).refuse(CardError.WRAPPED, "contains the card; send the card itself");
		}
		else if (text("schema").equals("2.0")) {
			CardComponents.CARD.check(this.card, start);
			new CardRules(CardReading.elements(this.card, start), start, this.target).checkSecondVersion(this.card);
		}
		else if (this.card.has("body")) {
			start.property("schema").refuse(CardError.SCHEMA, "must be the string 2.0");
		}
		else {
			checkFirstVersion(start);
		}
	}

	private String text(String property) {
		return this.card.path(property).stringValue("");
	}

	/**
	 * Returns the property with the card, if this is an object around a card: the body of
	 * a request, or a file of the card builder.
	 */
	private String wrapper() {
		boolean isCard = List.of("schema", "body", "elements", "i18n_elements").stream().anyMatch(this.card::has);
		if (isCard) {
			return "";
		}
		boolean isRequest = this.card.has("receive_id") || this.card.has("msg_type");
		return List.of("card", "dsl", "content")
			.stream()
			.filter((property) -> this.card.has(property) && (isRequest || !property.equals("content")))
			.findFirst()
			.orElse("");
	}

	private void requireTemplate(CardPlace start) {
		if (this.card.path("data").path("template_id").stringValue("").isBlank()) {
			start.property("data").property("template_id").refuse(CardError.TEMPLATE, "is required");
		}
	}

	private void checkEntity(CardPlace start) {
		if (this.target == CardTarget.EPHEMERAL) {
			// Assumed unsupported: the documents do not list it for ephemeral cards.
			start.property("type")
				.refuse(CardError.ENTITY, "must not be card, because an ephemeral card cannot refer to a card entity");
		}
		else if (this.card.path("data").path("card_id").stringValue("").isBlank()) {
			start.property("data").property("card_id").refuse(CardError.ENTITY, "is required");
		}
	}

	/**
	 * Checks each list of elements by itself, because the card shows one of them.
	 */
	private void checkFirstVersion(CardPlace start) {
		List<CardElement> header = CardReading.elements(this.card.path("header"), start.property("header"));
		checkList(header, CardReading.elements(this.card.path("elements"), start.property("elements")), start);
		this.card.path("i18n_elements").properties().forEach((language) -> {
			CardPlace place = start.property("i18n_elements").property(language.getKey());
			checkList(header, CardReading.elements(language.getValue(), place), place);
		});
	}

	private void checkList(List<CardElement> header, List<CardElement> list, CardPlace place) {
		List<CardElement> elements = new ArrayList<>(header);
		elements.addAll(list);
		new CardRules(elements, place, this.target).checkFirstVersion();
	}

}
