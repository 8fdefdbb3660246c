package io.ephemeral.feishu.simulator.card;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Rules that concern more than the structure of one property.
 */
final class CardRules {

	private static final int MAX_ELEMENTS = 200;

	private static final int MAX_TABLES = 5;

	private static final Set<String> IN_BODY_ONLY = Set.of("form", "table");

	private static final Set<String> WITH_OPTIONS = Set.of("select_static", "multi_select_static", "overflow");

	private static final Pattern ELEMENT_ID = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,19}");

	private final List<CardElement> elements;

	/** Place of the whole card, or of the list of one language. */
	private final CardPlace place;

	private final CardTarget target;

	/**
	 * Prepares the checks of one list of elements.
	 * @param place place of the whole card, or of the list of one language
	 */
	CardRules(List<CardElement> elements, CardPlace place, CardTarget target) {
		this.elements = elements;
		this.place = place;
		this.target = target;
	}

	void checkFirstVersion() {
		checkLimits();
		checkNames();
		each(CardRules::checkOptions);
		if (this.target == CardTarget.EPHEMERAL) {
			each("audio", CardRules::refuseAudio);
		}
	}

	void checkSecondVersion(JsonNode card) {
		checkLimits();
		checkConfig(card.path("config"));
		each(CardRules::checkPlace);
		each("form", this::checkForm);
		checkNames();
		each(CardRules::checkOptions);
		each(CardRules::checkRequired);
		each("table", (table) -> new CardTable(table).check());
		each("audio", (audio) -> checkAudio(audio, card.path("config")));
		if (this.target == CardTarget.PUBLIC) {
			checkAudioIds();
		}
		checkElementIds();
	}

	private void each(Consumer<CardElement> rule) {
		this.elements.forEach(rule);
	}

	private void each(String tag, Consumer<CardElement> rule) {
		this.elements.stream().filter((element) -> element.is(tag)).forEach(rule);
	}

	private void checkLimits() {
		long count = this.elements.stream().filter(CardElement::counts).count();
		if (count > MAX_ELEMENTS) {
			this.place.refuse(CardError.ELEMENTS,
					"has " + count + " components and texts, more than the limit of " + MAX_ELEMENTS);
		}
		int tables = this.elements.stream().mapToInt(CardRules::tables).sum();
		if (tables > MAX_TABLES) {
			this.place.refuse(CardError.TABLES,
					"has " + tables + " tables, including those in Markdown, more than the limit of " + MAX_TABLES);
		}
	}

	private static int tables(CardElement element) {
		return switch (element.tag()) {
			case "table" -> 1;
			case "markdown", "lark_md" -> MarkdownTables.count(element.text("content"));
			default -> 0;
		};
	}

	private void checkConfig(JsonNode config) {
		JsonNode shared = config.path("update_multi");
		if (shared.isBoolean() && !shared.booleanValue()) {
			this.place.property("config")
				.property("update_multi")
				.refuse(CardError.UPDATE_MULTI, "must be true in JSON 2.0");
		}
	}

	private static void checkPlace(CardElement element) {
		if (IN_BODY_ONLY.contains(element.tag()) && !element.containers().isEmpty()) {
			element.place().refuse(CardError.PLACEMENT, element.tag(), "may stand directly in body.elements only");
		}
		if (element.is("chart") && element.isIn("form")) {
			element.place().refuse(CardError.PLACEMENT, "chart", "is not allowed in a form");
		}
	}

	private void checkForm(CardElement form) {
		String inside = form.place().path() + ".";
		boolean submits = this.elements.stream()
			.anyMatch((element) -> element.place().path().startsWith(inside) && isSubmit(element));
		if (!submits) {
			form.place().refuse(CardError.SUBMIT_BUTTON, "needs a button with form_action_type submit");
		}
	}

	private static boolean isSubmit(CardElement element) {
		return element.is("button") && element.isIn("form")
				&& (element.text("form_action_type").equals("submit")
						|| element.text("action_type").equals("form_submit")
						|| element.json().path("behaviors").valueStream().anyMatch(CardRules::isSubmit));
	}

	private static boolean isSubmit(JsonNode behavior) {
		return behavior.path("type").stringValue("").equals("form_action")
				&& behavior.path("behavior").stringValue("").equals("submit");
	}

	/**
	 * Checks that the names of forms and of their fields are unique in the card.
	 */
	private void checkNames() {
		List<CardElement> nameable = this.elements.stream()
			.filter((element) -> element.is("form") || element.isInteractive())
			.toList();
		Map<String, CardElement> first = new HashMap<>();
		Map<String, CardElement> firstOfForms = new HashMap<>();
		for (CardElement element : nameable) {
			String name = element.json().path("name").asString("");
			boolean ofForm = element.is("form") || element.isIn("form");
			if (name.isBlank()) {
				requireName(element, ofForm);
			}
			else {
				CardElement same = (ofForm ? first : firstOfForms).get(name);
				refuseSecond("name", CardError.NAME_UNIQUE, name, same, element);
				first.putIfAbsent(name, element);
				if (ofForm) {
					firstOfForms.putIfAbsent(name, element);
				}
			}
		}
	}

	private static void requireName(CardElement element, boolean ofForm) {
		if (ofForm) {
			element.place()
				.refuseProperty("name", CardError.NAME_REQUIRED, "",
						"is required for a form and for each component in it");
		}
	}

	private static void refuseSecond(String property, CardError error, String value, @Nullable CardElement first,
			CardElement second) {
		if (first != null) {
			second.place()
				.refuseProperty(property, error, value,
						"must be unique, but is the same as " + first.at(property).path());
		}
	}

	private static void checkOptions(CardElement select) {
		JsonNode options = select.json().path("options");
		for (int i = 0; WITH_OPTIONS.contains(select.tag()) && i < options.size(); i++) {
			JsonNode option = options.path(i);
			if (option.isObject() && isEmpty(option.path("value")) && isEmptyText(option.path("text"))) {
				select.at("options")
					.item(i, option)
					.refuse(CardError.OPTION_EMPTY, "needs a text or a value that is not empty");
			}
		}
	}

	private static boolean isEmptyText(JsonNode text) {
		if (!text.isObject()) {
			return text.isContainer() || isEmpty(text);
		}
		return isEmpty(text.path("content")) && text.path("i18n_content").valueStream().allMatch(CardRules::isEmpty);
	}

	private static boolean isEmpty(JsonNode text) {
		return text.isMissingNode() || text.isNull() || text.stringValue("-").isEmpty();
	}

	private static void checkRequired(CardElement element) {
		switch (element.tag()) {
			case "img" -> {
				if (element.json().path("i18n_img_key").isEmpty()) {
					require(element, "img_key", CardError.IMAGE_KEY);
				}
			}
			case "chart" -> require(element, "chart_spec", CardError.CHART_SPEC);
			case "table" -> require(element, "columns", CardError.TABLE_COLUMNS);
			default -> {
			}
		}
	}

	private static void require(CardElement element, String property, CardError error) {
		if (!element.json().hasNonNull(property)) {
			element.place().refuseProperty(property, error, "", "is required");
		}
	}

	private void checkAudio(CardElement audio, JsonNode config) {
		if (this.target == CardTarget.EPHEMERAL) {
			refuseAudio(audio);
		}
		else if (config.path("enable_forward").asBoolean(true)) {
			this.place.property("config")
				.property("enable_forward")
				.refuse(CardError.AUDIO_FORWARD, "must be false in a card with audio");
		}
	}

	private static void refuseAudio(CardElement audio) {
		audio.place().refuse(CardError.AUDIO, "audio", "is an audio component, which ephemeral cards do not support");
	}

	private void checkAudioIds() {
		Map<String, CardElement> first = new HashMap<>();
		each("audio", (audio) -> {
			String id = audio.text("audio_id");
			if (!id.isEmpty()) {
				refuseSecond("audio_id", CardError.AUDIO_ID_UNIQUE, id, first.putIfAbsent(id, audio), audio);
			}
		});
	}

	private void checkElementIds() {
		Map<String, CardElement> first = new HashMap<>();
		for (CardElement element : this.elements) {
			JsonNode id = element.json().path("element_id");
			if (id.isString()) {
				checkElementId(element, id.stringValue(), first);
			}
		}
	}

	private static void checkElementId(CardElement element, String id, Map<String, CardElement> first) {
		if (!ELEMENT_ID.matcher(id).matches()) {
			element.at("element_id")
				.refuse(CardError.ELEMENT_ID_FORMAT, id,
						"must be at most 20 letters, digits and underscores, the first a letter");
		}
		refuseSecond("element_id", CardError.ELEMENT_ID_UNIQUE, id, first.putIfAbsent(id, element), element);
	}

}
