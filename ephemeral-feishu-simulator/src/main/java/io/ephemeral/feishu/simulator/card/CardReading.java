package io.ephemeral.feishu.simulator.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Search for the elements of a card from top to bottom. Every object with a tag is an
 * element.
 */
final class CardReading {

	private static final Set<String> CONTAINERS = Set.of("column_set", "form", "interactive_container",
			"collapsible_panel");

	/** Properties of the application, of VChart, or of the rows of a table. */
	private static final Set<String> OPAQUE = Set.of("value", "chart_spec", "rows");

	private final List<CardElement> elements = new ArrayList<>();

	private CardReading() {
	}

	/**
	 * Lists the elements in a part of a card. Reads only the default text of texts in
	 * several languages.
	 */
	static List<CardElement> elements(JsonNode part, CardPlace place) {
		CardReading reading = new CardReading();
		reading.read(part, place, List.of());
		return reading.elements;
	}

	private void read(JsonNode node, CardPlace place, List<String> containers) {
		if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				read(node.path(i), place.item(i, node.path(i)), containers);
			}
		}
		else if (node.isObject()) {
			String tag = node.path("tag").stringValue("");
			if (!tag.isEmpty()) {
				this.elements.add(new CardElement(tag, node, place, containers));
			}
			readProperties(node, place, CONTAINERS.contains(tag) ? inside(tag, containers) : containers);
		}
	}

	private void readProperties(JsonNode object, CardPlace place, List<String> containers) {
		for (Map.Entry<String, JsonNode> property : object.properties()) {
			String name = property.getKey();
			if (property.getValue().isContainer() && !OPAQUE.contains(name) && !name.startsWith("i18n_")) {
				read(property.getValue(), place.property(name),
						name.equals("button_area") ? outsideForm(containers) : containers);
			}
		}
	}

	private static List<String> inside(String container, List<String> containers) {
		List<String> inner = new ArrayList<>(containers);
		inner.add(container);
		return inner;
	}

	/** No document counts the buttons of a checker among the fields of a form. */
	private static List<String> outsideForm(List<String> containers) {
		return containers.stream().filter((container) -> !container.equals("form")).toList();
	}

}
