package io.ephemeral.feishu.card.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.ephemeral.feishu.card.element.ButtonName;
import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.element.Column;
import io.ephemeral.feishu.card.element.Element;
import io.ephemeral.feishu.card.element.Fallback;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.json.PartSchema;
import io.ephemeral.feishu.card.style.StringValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Possible arguments of the next call: the values that are not in the JSON yet, and their
 * parts.
 */
final class Ingredients {

	private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z\\d])-?\\d{1,9}(\\.\\d{1,9})?");

	/** Numbers are searched in texts up to this length, such as {@code 4px 8px}. */
	private static final int SHORT_TEXT = 30;

	private static final int MOST = 60;

	private static final int DEPTH = 5;

	private final List<Object> found = new ArrayList<>();

	private Ingredients() {
	}

	/**
	 * Finds the ingredients for a value.
	 * @param value value to create
	 * @param target JSON of the value
	 * @param current JSON that exists so far; missing if there is none
	 * @return the ingredients without the value itself, unless it is used as it is
	 */
	static List<Object> of(Object value, JsonNode target, JsonNode current) {
		Ingredients ingredients = new Ingredients();
		ingredients.addParts(value, target, current, 0);
		return ingredients.found;
	}

	/** Finds the ingredients for one property of a value. */
	static List<Object> ofProperty(Object value, JsonNode target, JsonNode current) {
		Ingredients ingredients = new Ingredients();
		ingredients.add(value, target, current, 1);
		return ingredients.found;
	}

	/** Finds the ingredients of an entry of a list, none of which exists so far. */
	static List<Object> parts(Object value) {
		return of(value, CardMapper.tree(value), MissingNode.getInstance());
	}

	private void add(Object value, JsonNode target, JsonNode current, int depth) {
		if (depth > DEPTH || this.found.size() >= MOST) {
			return;
		}
		if (value instanceof String text) {
			this.found.add(text);
			addNumbers(text);
		}
		else if (!(value instanceof List<?>)) {
			this.found.add(value);
		}
		addParts(value, target, current, depth);
	}

	private void addParts(Object value, JsonNode target, JsonNode current, int depth) {
		if (value instanceof List<?> list) {
			addRest(list, target, current, depth);
		}
		else if (value instanceof Map<?, ?> map) {
			addRest(map, target, current, depth);
		}
		else if (value instanceof JsonNode json) {
			addMembers(json, depth);
		}
		else if (value instanceof StringValue text && depth == 0) {
			this.found.add(text.value());
			addNumbers(text.value());
		}
		else if (value instanceof CardPart && (depth == 0 || !isComponent(value))) {
			PartSchema.propertiesOf(value).forEach((name, property) -> {
				if (!current.path(name).equals(target.path(name))) {
					add(withoutAction(name, property), target.path(name), current.path(name), depth + 1);
				}
			});
		}
		else if (value instanceof Fallback && depth == 0) {
			addMembers(CardMapper.tree(value), depth);
		}
	}

	/** The builder of a button adds the action to its name. */
	private static Object withoutAction(String property, Object value) {
		return (property.equals("name") && value instanceof String name) ? ButtonName.withoutAction(name) : value;
	}

	/** Components are added as a whole; texts, links and so on also by their content. */
	private static boolean isComponent(Object value) {
		return value instanceof Element || value instanceof Column;
	}

	private void addRest(List<?> list, JsonNode target, JsonNode current, int depth) {
		int next = current.size();
		if (next < list.size()) {
			this.found.add(list.subList(next, list.size()));
			add(list.get(next), target.path(next), MissingNode.getInstance(), depth + 1);
		}
	}

	private void addRest(Map<?, ?> map, JsonNode target, JsonNode current, int depth) {
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			String name = CardMapper.tree(entry.getKey()).asString();
			if (!current.has(name)) {
				add(entry.getKey(), MissingNode.getInstance(), MissingNode.getInstance(), depth + 1);
				add(entry.getValue(), target.path(name), MissingNode.getInstance(), depth + 1);
				return;
			}
		}
	}

	private void addMembers(JsonNode json, int depth) {
		json.values().forEach((member) -> {
			if (depth < DEPTH && this.found.size() < MOST) {
				add(member, member, MissingNode.getInstance(), depth + 1);
			}
		});
	}

	private void addNumbers(String text) {
		if (text.length() <= SHORT_TEXT) {
			NUMBER.matcher(text).results().forEach((match) -> {
				BigDecimal number = new BigDecimal(match.group());
				this.found.add((number.scale() == 0) ? (Object) number.intValueExact() : number);
			});
		}
	}

}
