package io.ephemeral.feishu.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/**
 * The shape of a JSON object in a card: which properties it may have, with which values,
 * and which of them it needs.
 */
final class CardObject implements CardValue {

	private final String name;

	private final Map<String, CardValue> properties = new TreeMap<>();

	/** Of each list, one property at least. */
	private final List<List<String>> required = new ArrayList<>();

	private boolean isElement;

	private boolean isContainer;

	CardObject(String name) {
		this.name = name;
	}

	String name() {
		return this.name;
	}

	boolean isContainer() {
		return this.isContainer;
	}

	/**
	 * An object with a tag, which counts as an element of the card.
	 */
	static CardObject element(String tag) {
		CardObject element = new CardObject(tag);
		element.isElement = true;
		return element.with("tag", CardValue.words(tag))
			.with("element_id", CardValue.ofText("at most 20 letters, digits and '_', the first a letter",
					(id) -> id.matches("[A-Za-z]\\w{0,19}")));
	}

	static CardObject component(String tag) {
		return element(tag).with("margin", CardValue.margin());
	}

	/**
	 * A component that holds others.
	 */
	static CardObject container(String tag) {
		CardObject container = component(tag);
		container.isContainer = true;
		return container;
	}

	CardObject with(String property, CardValue value) {
		this.properties.put(property, value);
		return this;
	}

	CardObject withAll(CardObject other) {
		this.properties.putAll(other.properties);
		return this;
	}

	/**
	 * Demands one of the properties at least.
	 */
	CardObject needs(String... properties) {
		this.required.add(List.of(properties));
		return this;
	}

	@Override
	public void check(JsonNode value, CardPlace place) {
		if (!value.isObject()) {
			place.refuse("must be an object");
			return;
		}
		if (this.isElement) {
			place.reading().add(this.name, value, place);
		}
		if (this.isContainer) {
			place.reading().inside(this.name, () -> checkProperties(value, place));
		}
		else {
			checkProperties(value, place);
		}
	}

	private void checkProperties(JsonNode object, CardPlace place) {
		for (Map.Entry<String, JsonNode> entry : object.properties()) {
			CardValue value = this.properties.get(entry.getKey());
			if (value != null) {
				value.check(entry.getValue(), place.property(entry.getKey()));
			}
			else {
				place.property(entry.getKey()).refuse("is no property of " + this.name);
			}
		}
		for (List<String> alternatives : this.required) {
			if (alternatives.stream().noneMatch(object::has)) {
				place.refuse(this.name + " needs " + String.join(" or ", alternatives));
			}
		}
	}

}
