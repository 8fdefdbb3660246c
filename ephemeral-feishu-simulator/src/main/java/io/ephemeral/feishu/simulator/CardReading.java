package io.ephemeral.feishu.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * What comes to light while a card is read from top to bottom.
 */
final class CardReading {

	private final Set<String> customColours;

	private final List<CardElement> elements = new ArrayList<>();

	private final List<CardViolation> violations = new ArrayList<>();

	private final Deque<String> containers = new ArrayDeque<>();

	CardReading(JsonNode card) {
		this.customColours = Set.copyOf(card.path("config").path("style").path("color").propertyNames());
	}

	CardPlace start() {
		return new CardPlace(this, "", CardError.INVALID);
	}

	boolean hasCustomColour(String name) {
		return this.customColours.contains(name);
	}

	void add(CardViolation violation) {
		this.violations.add(violation);
	}

	void add(String tag, JsonNode json, CardPlace place) {
		this.elements.add(new CardElement(tag, json, place, List.copyOf(this.containers)));
	}

	void inside(String container, Runnable reading) {
		this.containers.addLast(container);
		reading.run();
		this.containers.removeLast();
	}

	/**
	 * The components and text elements in their order.
	 */
	List<CardElement> elements() {
		return this.elements;
	}

	List<CardViolation> violations() {
		return List.copyOf(this.violations);
	}

}
