package io.ephemeral.feishu.simulator.event;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.ephemeral.feishu.simulator.tenant.Toast;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Interactive components of a card, and the actions that they report.
 */
public final class CardControls {

	private static final Set<String> TAGS = Set.of("button", "interactive_container", "overflow", "input",
			"select_static", "multi_select_static", "select_person", "multi_select_person", "date_picker",
			"picker_time", "picker_datetime", "select_img", "checker");

	private static final Set<String> PRESSABLE = Set.of("button", "interactive_container");

	private static final Set<String> ALWAYS_SENT = Set.of("input", "checker");

	private static final Set<String> PICKERS = Set.of("date_picker", "picker_time", "picker_datetime");

	/** Properties without components. */
	private static final Set<String> OPAQUE = Set.of("behaviors", "value", "options", "confirm", "text");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

	private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

	private final List<Control> controls = new ArrayList<>();

	public CardControls(JsonNode card) {
		collect(card.path("elements"), null);
		collect(card.path("body").path("elements"), null);
	}

	private void collect(JsonNode node, @Nullable JsonNode form) {
		if (node.isArray()) {
			node.forEach((item) -> collect(item, form));
			return;
		}
		String tag = node.path("tag").asString("");
		if (TAGS.contains(tag)) {
			this.controls.add(new Control(tag, node, form));
		}
		JsonNode around = tag.equals("form") ? node : form;
		node.properties()
			.stream()
			.filter((property) -> !OPAQUE.contains(property.getKey()))
			.forEach((property) -> collect(property.getValue(), around));
	}

	/**
	 * Returns the tag of a component by its name; empty without such a component.
	 */
	String tagOf(String name) {
		return this.controls.stream()
			.filter((control) -> control.text("name").equals(name))
			.map(Control::tag)
			.findFirst()
			.orElse("");
	}

	/**
	 * Presses a button or an interactive container. The result is empty if the component
	 * does not call the application.
	 * @param values values of the form around it, if there is one
	 * @param people open ids by name
	 */
	public Use press(String label, Map<String, ?> values, Map<String, String> people) {
		Control button = find(label, this.controls.stream().filter((control) -> PRESSABLE.contains(control.tag())));
		String action = button.formAction();
		if (button.form() == null || action.isEmpty()) {
			return Use.of(button.callsBack() ? button.report() : null);
		}
		return action.equals("reset") ? Use.of(null) : submit(button, button.form(), values, people);
	}

	/**
	 * Submits the only form with its only button.
	 */
	public Use submit(Map<String, ?> values, Map<String, String> people) {
		List<Control> buttons = this.controls.stream()
			.filter((control) -> control.formAction().equals("submit"))
			.toList();
		if (buttons.size() != 1) {
			throw new IllegalArgumentException(
					"The card must have exactly one button that submits a form, but has " + buttons);
		}
		return press(buttons.get(0).label(), values, people);
	}

	private Use submit(Control button, JsonNode form, Map<String, ?> values, Map<String, String> people) {
		List<Control> fields = this.controls.stream()
			.filter((control) -> form.equals(control.form()) && !PRESSABLE.contains(control.tag()))
			.toList();
		List<String> names = fields.stream().map((field) -> field.text("name")).toList();
		values.keySet().stream().filter((name) -> !names.contains(name)).findFirst().ifPresent((name) -> {
			throw new IllegalArgumentException("The form has no field '%s'; its fields are %s".formatted(name, names));
		});
		ObjectNode entered = JsonNodeFactory.instance.objectNode();
		List<String> missing = new ArrayList<>();
		for (Control field : fields) {
			String name = field.text("name");
			Object given = values.get(name);
			JsonNode value = (given != null) ? field.read(given, people) : field.initial();
			boolean empty = isEmpty(value);
			if (empty && field.isRequired()) {
				missing.add(field.label());
			}
			// Inputs and checkers are always sent, other fields only if they have a
			// value.
			if (!empty || ALWAYS_SENT.contains(field.tag())) {
				entered.set(name, value);
			}
		}
		if (!missing.isEmpty()) {
			return new Use(null, Toast.incomplete(String.join(", ", missing)));
		}
		ObjectNode report = button.report();
		report.set("form_value", entered);
		return Use.of(report);
	}

	private static boolean isEmpty(JsonNode value) {
		return (value.isString() && value.asString().isBlank()) || (value.isArray() && value.isEmpty())
				|| (value.isBoolean() && !value.asBoolean());
	}

	/**
	 * Chooses, enters or checks a value outside of a form.
	 */
	public Use change(String label, Object given, Map<String, String> people) {
		Control control = find(label, this.controls.stream().filter((each) -> !PRESSABLE.contains(each.tag())));
		if (control.form() != null) {
			throw new IllegalArgumentException(
					"%s is in a form, so its value is sent with the form; submit the form".formatted(control));
		}
		JsonNode value = control.read(given, people);
		if (!control.callsBack()) {
			return Use.of(null);
		}
		ObjectNode report = control.report();
		switch (control.tag()) {
			case "input" -> report.set("input_value", value);
			case "checker" -> report.set("checked", value);
			case "select_img" -> report.set("options", value);
			default -> report.set("option", value);
		}
		return Use.of(report);
	}

	private static Control find(String label, Stream<Control> candidates) {
		List<Control> all = candidates.toList();
		List<Control> matching = all.stream().filter((control) -> control.isCalled(label)).toList();
		if (matching.size() != 1) {
			throw new IllegalArgumentException("The card has %s '%s'; its components of this kind are %s"
				.formatted(matching.isEmpty() ? "no" : "more than one", label, all));
		}
		Control control = matching.get(0);
		if (control.json().path("disabled").asBoolean(false)) {
			throw new IllegalStateException("%s cannot be used, because it is disabled".formatted(control));
		}
		return control;
	}

	/**
	 * Result of using a component: an action for the application, a toast of the client,
	 * or neither.
	 */
	public record Use(@Nullable ObjectNode report, @Nullable Toast toast) {

		private static Use of(@Nullable ObjectNode report) {
			return new Use(report, null);
		}

	}

	/**
	 * Interactive component.
	 *
	 * @param form form around the component; absent outside of a form
	 */
	private record Control(String tag, JsonNode json, @Nullable JsonNode form) {

		private String text(String property) {
			JsonNode value = this.json.path(property);
			return value.isObject() ? value.path("content").asString("") : value.asString("");
		}

		private String label() {
			return Stream.of("text", "label", "placeholder", "name", "element_id")
				.map(this::text)
				.filter((text) -> !text.isEmpty())
				.findFirst()
				.orElse(this.tag);
		}

		private boolean isCalled(String label) {
			boolean contains = this.tag.equals("interactive_container")
					&& this.json.findValues("content").stream().anyMatch((text) -> text.asString("").equals(label));
			return contains || Stream.of("text", "label", "placeholder", "name", "element_id")
				.anyMatch((property) -> text(property).equals(label));
		}

		private boolean isRequired() {
			// The documents give true as the default of this one component.
			return this.json.path("required").asBoolean(this.tag.equals("multi_select_static"));
		}

		/** {@code submit}, {@code reset}, or empty for any other component. */
		private String formAction() {
			return switch (text("form_action_type") + text("action_type")) {
				case "submit", "form_submit" -> "submit";
				case "reset", "form_reset" -> "reset";
				default -> "";
			};
		}

		/**
		 * Returns whether the component calls the application. Without behaviors all do,
		 * except checkers and links.
		 */
		private boolean callsBack() {
			JsonNode behaviors = this.json.path("behaviors");
			if (behaviors.isArray() && !behaviors.isEmpty()) {
				return behaviors.valueStream().anyMatch(Control::isCallback);
			}
			if (this.tag.equals("interactive_container")) {
				return false;
			}
			boolean jumps = this.json.has("url") || this.json.has("multi_url");
			return this.json.has("value") || !(jumps || this.tag.equals("checker"));
		}

		private static boolean isCallback(JsonNode behavior) {
			return behavior.path("type").asString("").equals("callback");
		}

		private ObjectNode report() {
			ObjectNode report = JsonNodeFactory.instance.objectNode().put("tag", this.tag);
			if (!text("name").isEmpty()) {
				report.put("name", text("name"));
			}
			JsonNode value = this.json.path("behaviors")
				.valueStream()
				.filter(Control::isCallback)
				.findFirst()
				.map((behavior) -> behavior.path("value"))
				.orElse(this.json.path("value"));
			if (!value.isMissingNode()) {
				report.set("value", value.deepCopy());
			}
			return report;
		}

		private JsonNode initial() {
			return switch (this.tag) {
				case "input" -> StringNode.valueOf(text("default_value"));
				case "date_picker" -> StringNode.valueOf(text("initial_date"));
				case "picker_time" -> StringNode.valueOf(text("initial_time"));
				case "picker_datetime" -> StringNode.valueOf(text("initial_datetime"));
				case "checker" -> JsonNodeFactory.instance.booleanNode(this.json.path("checked").asBoolean(false));
				case "select_static", "select_person" -> StringNode.valueOf(initialOption());
				case "multi_select_static", "multi_select_person" -> this.json.path("selected_values").isArray()
						? this.json.path("selected_values") : JsonNodeFactory.instance.arrayNode();
				default -> StringNode.valueOf("");
			};
		}

		private String initialOption() {
			Map<String, String> options = options(Map.of());
			String named = text("initial_option");
			if (!named.isEmpty()) {
				return options.getOrDefault(named, named);
			}
			JsonNode option = this.json.path("options").path(this.json.path("initial_index").asInt(0) - 1);
			return option.path("value").asString("");
		}

		/** Values of the options by value, text, name and open id. */
		private Map<String, String> options(Map<String, String> people) {
			Map<String, String> values = new LinkedHashMap<>();
			for (JsonNode option : this.json.path("options")) {
				String value = option.path("value").asString(option.path("img_key").asString(""));
				values.putIfAbsent(value, value);
				values.putIfAbsent(option.path("text").path("content").asString(value), value);
			}
			boolean isForPeople = this.tag.endsWith("_person");
			boolean isForAll = values.isEmpty();
			people.forEach((name, openId) -> {
				if (isForPeople && (isForAll || values.containsKey(openId))) {
					values.put(name, openId);
					values.put(openId, openId);
				}
			});
			return values;
		}

		private JsonNode read(Object given, Map<String, String> people) {
			if (this.tag.equals("checker")) {
				return JsonNodeFactory.instance.booleanNode((Boolean) given);
			}
			if (this.tag.startsWith("multi_") || (given instanceof Collection<?> && this.tag.equals("select_img"))) {
				Collection<?> several = (given instanceof Collection<?> values) ? values : List.of(given);
				var array = JsonNodeFactory.instance.arrayNode();
				several.forEach((one) -> array.add(option(one.toString(), people)));
				return array;
			}
			if (PICKERS.contains(this.tag)) {
				return StringNode.valueOf(moment(given));
			}
			if (this.tag.equals("input")) {
				return StringNode.valueOf(typed(given.toString()));
			}
			return StringNode.valueOf(option(given.toString(), people));
		}

		private String typed(String text) {
			int limit = this.json.path("max_length").asInt(1000);
			if (text.length() > limit) {
				throw new IllegalArgumentException("%s takes at most %d characters".formatted(this, limit));
			}
			return text;
		}

		private static String moment(Object given) {
			if (given instanceof LocalTime time) {
				return TIME.format(time);
			}
			return (given instanceof LocalDateTime dateTime) ? DATE_TIME.format(dateTime) : given.toString();
		}

		private String option(String given, Map<String, String> people) {
			Map<String, String> options = options(people);
			String value = options.get(given);
			if (value == null) {
				throw new IllegalArgumentException(
						"%s has no option '%s'; its options are %s".formatted(this, given, options.keySet()));
			}
			return value;
		}

		@Override
		public String toString() {
			return this.tag + " '" + label() + "'";
		}

	}

}
