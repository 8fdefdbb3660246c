package io.ephemeral.feishu.card;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ephemeral.feishu.card.CardFiller.Spot;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;

/**
 * Card file that the card builder exported, with its variables.
 */
final class BuilderCardFile implements CardFile {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_]*)}");

	/** Start of a placeholder that contains more than a name. */
	private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\s*([\\p{L}\\p{N}_]+)");

	/** Properties of a card with JSON of the application. */
	private static final Set<String> DATA = Set.of("value", "rows", "chart_spec");

	private static final Set<VariableType> CHOICES = Set.of(VariableType.OPTIONS, VariableType.PERSONS);

	private static final CardFiller FILLER = new CardFiller(PLACEHOLDER);

	private final String description;

	private final JsonNode card;

	/** Declared variables by their names and by the names that the builder gave them. */
	private final Map<String, CardVariable> declared = new HashMap<>();

	private final Map<String, CardVariable> used = new TreeMap<>();

	/**
	 * Reads an export.
	 * @param description description of the file for messages
	 * @param export object with the card under {@code dsl}
	 * @throws InvalidCardException if the object is not an export, or if only the
	 * platform can fill the card
	 */
	BuilderCardFile(String description, JsonNode export) {
		this.description = description;
		this.card = export.path("dsl");
		check(this.card.isObject(), "is not an export of the card builder, which has the card under \"dsl\";"
				+ " put a card without this envelope into a file that ends in .json");
		declare(export.path("variables"));
		checkLoops(this.card);
		checkNames(this.card);
		FILLER.fill(this.card, this::use);
	}

	/**
	 * Returns whether JSON is an export rather than a card.
	 * @param json any JSON
	 * @return true if the JSON is a file with a card
	 */
	static boolean isExport(JsonNode json) {
		return json.path("dsl").isObject() && !json.has("schema") && !json.has("elements") && !json.has("body");
	}

	private void declare(JsonNode declarations) {
		declarations.forEach((declaration) -> {
			CardVariable variable = CardVariable.of(declaration);
			check(!variable.name().isEmpty(), "has a variable without a name");
			check(this.declared.put(variable.name(), variable) == null,
					"has several variables \"" + variable.name() + '"');
		});
		declarations.forEach((declaration) -> this.declared.putIfAbsent(declaration.path("apiName").asString(""),
				variable(declaration.path("name").asString(""))));
	}

	private CardVariable variable(String placeholder) {
		CardVariable variable = this.declared.get(placeholder);
		return (variable != null) ? variable : CardVariable.undeclared(placeholder);
	}

	/**
	 * Refuses loops, because no document describes how the platform repeats the elements
	 * of a loop.
	 */
	private void checkLoops(JsonNode node) {
		check(!node.has("_varloop") && !node.path("tag").asString("").equals("repeat") && !isBoundToList(node),
				"has a loop, which only the platform can repeat; publish the card as a template and send a TemplateCard");
		node.forEach((element) -> {
			if (node.isArray()) {
				checkLoops(element);
			}
		});
		node.properties()
			.stream()
			.filter((property) -> !DATA.contains(property.getKey()))
			.forEach((property) -> checkLoops(property.getValue()));
	}

	private boolean isBoundToList(JsonNode node) {
		Predicate<JsonNode> isList = (text) -> {
			Matcher placeholder = PLACEHOLDER.matcher(text.stringValue());
			return variable(placeholder.matches() ? placeholder.group(1) : text.stringValue())
				.type() == VariableType.OBJECTS;
		};
		return (node.has("elements") || node.has("columns"))
				&& node.properties().stream().map(Map.Entry::getValue).filter(JsonNode::isString).anyMatch(isList);
	}

	/** Refuses text that looks like a variable but would be sent unchanged. */
	private void checkNames(JsonNode node) {
		if (node.isString()) {
			checkExpressions(PLACEHOLDER.matcher(node.stringValue()).replaceAll("}"));
		}
		node.propertyNames().forEach(this::checkExpressions);
		node.forEach(this::checkNames);
	}

	private void checkExpressions(String text) {
		Matcher expression = EXPRESSION.matcher(text);
		while (expression.find()) {
			String name = expression.group(1);
			check(!this.declared.containsKey(name), "uses the variable \"" + name + "\" in a way that only the platform"
					+ " understands; publish the card as a template and send a TemplateCard");
		}
	}

	private String use(Spot spot, String name) {
		CardVariable variable = variable(name);
		check(spot.isWhole() || !variable.type().isStructure(), "has the variable \"" + variable.name()
				+ "\" inside a text, but its value is " + variable.type().expectation() + "; use the variable alone");
		this.used.put(variable.name(), variable);
		return "";
	}

	@Override
	public JsonNode fill(Map<String, ?> values) {
		Set<String> unused = new TreeSet<>(values.keySet());
		unused.removeIf((name) -> this.used.containsKey(name) || isDeclared(name));
		Assert.isTrue(unused.isEmpty(), () -> "The values " + unused + " match no variable of " + this.description);
		Set<String> missing = new TreeSet<>(this.used.keySet());
		missing.removeIf((name) -> values.get(name) != null);
		Assert.isTrue(missing.isEmpty(), () -> "The variables " + missing + " of " + this.description
				+ " have no values; the mock data of the card builder are used only for previews");
		return FILLER.fill(this.card, new Filling(read(values)));
	}

	@Override
	public JsonNode preview(Map<String, ?> values) {
		Map<String, Object> all = new HashMap<>(values);
		this.used.forEach((name, variable) -> {
			if (variable.mockData() != null) {
				all.putIfAbsent(name, variable.mockData());
			}
		});
		return fill(all);
	}

	private boolean isDeclared(String name) {
		return this.declared.containsKey(name) && variable(name).name().equals(name);
	}

	private Map<String, Object> read(Map<String, ?> values) {
		Map<String, Object> read = new LinkedHashMap<>();
		values.forEach((name, value) -> {
			if (value != null) {
				read.put(name, variable(name).read(value, this.description));
			}
		});
		return read;
	}

	private void check(boolean isRight, String problem) {
		if (!isRight) {
			throw new InvalidCardException("The card at " + this.description + " " + problem);
		}
	}

	/** Values of one card. */
	private final class Filling implements CardFiller.Values {

		private final Map<String, Object> values;

		private Filling(Map<String, Object> values) {
			this.values = values;
		}

		@Override
		public Object at(Spot spot, String name) {
			CardVariable variable = variable(name);
			return variable.at(spot, Objects.requireNonNull(this.values.get(variable.name())));
		}

		/**
		 * Moves the marks of selected options from the options, where variables have
		 * them, to a property of the component.
		 */
		@Override
		public void finish(JsonNode template, ObjectNode filled) {
			Matcher placeholder = PLACEHOLDER.matcher(template.path("options").asString(""));
			if (placeholder.matches() && CHOICES.contains(variable(placeholder.group(1)).type())) {
				choose(filled);
			}
		}

		private void choose(ObjectNode element) {
			ArrayNode chosen = CardMapper.INSTANCE.createArrayNode();
			ArrayNode numbers = CardMapper.INSTANCE.createArrayNode();
			int number = 0;
			for (JsonNode option : element.path("options")) {
				number++;
				if (((ObjectNode) option).remove("selected") instanceof BooleanNode mark && mark.booleanValue()) {
					chosen.add(option.path("value"));
					numbers.add(number);
				}
			}
			if (!chosen.isEmpty()) {
				switch (element.path("tag").asString("")) {
					case "select_static" -> element.set("initial_index", numbers.get(0));
					case "select_person" -> element.set("initial_option", chosen.get(0));
					default -> element.set("selected_values", chosen);
				}
			}
		}

	}

}
