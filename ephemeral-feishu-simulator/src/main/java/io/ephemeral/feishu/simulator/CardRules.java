package io.ephemeral.feishu.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/**
 * The rules that need more of a JSON 2.0 card than one property.
 */
final class CardRules {

	private static final int MAX_ELEMENTS = 200;

	private static final int MAX_TABLES = 5;

	private static final int MAX_DEPTH = 5;

	private static final Set<String> IN_ROOT_ONLY = Set.of("form", "table");

	private static final Set<String> IN_FORM_ONLY = Set.of("multi_select_static", "multi_select_person");

	/** {@code overflow} is interactive, too, but no document gives it a name. */
	private static final Set<String> INTERACTIVE = Set.of("button", "input", "select_static", "multi_select_static",
			"select_person", "multi_select_person", "date_picker", "picker_time", "picker_datetime", "select_img",
			"checker");

	private static final Map<String, Integer> MAX_IMAGES = Map.of("double", 2, "triple", 3, "bisect", 6, "trisect", 9);

	private static final CardValue TEXT_CELL = CardValue.anyText();

	private static final CardValue NUMBER_CELL = CardValue.number();

	private static final Map<String, CardValue> CELLS = Map.of("text", TEXT_CELL, "lark_md", TEXT_CELL, "markdown",
			TEXT_CELL, "number", NUMBER_CELL, "date", NUMBER_CELL, "options", CardComponents.TABLE_OPTIONS, "persons",
			CardValue.listOf(CardValue.text()).orText(CardValue.text()));

	private final JsonNode card;

	private final CardTarget target;

	private final CardReading reading;

	CardRules(JsonNode card, CardTarget target, CardReading reading) {
		this.card = card;
		this.target = target;
		this.reading = reading;
	}

	void check() {
		checkLimits();
		checkConfig();
		checkCardLink();
		each(CardRules::checkPlace);
		each("form", this::checkForm);
		each(CardRules::checkFormFields);
		each("select_static", CardRules::checkOptions);
		each("multi_select_static", CardRules::checkOptions);
		each("table", CardRules::checkRows);
		each("img_combination", CardRules::checkImages);
		each("audio", this::checkAudio);
		checkUnique("element_id", CardError.ELEMENT_ID_NOT_UNIQUE, (element) -> true);
		checkUnique("audio_id", CardError.AUDIO_ID_NOT_UNIQUE, (element) -> element.is("audio"));
		checkNames();
	}

	private void each(Consumer<CardElement> rule) {
		this.reading.elements().forEach(rule);
	}

	private void each(String tag, Consumer<CardElement> rule) {
		this.reading.elements().stream().filter((element) -> element.is(tag)).forEach(rule);
	}

	private void checkLimits() {
		int elements = this.reading.elements().size();
		if (elements > MAX_ELEMENTS) {
			this.reading.start()
				.refuse(CardError.OVER_LIMIT,
						"has " + elements + " components and text elements, over the limit of " + MAX_ELEMENTS);
		}
		long tables = this.reading.elements().stream().filter((element) -> element.is("table")).count();
		if (tables > MAX_TABLES) {
			this.reading.start()
				.refuse(CardError.OVER_LIMIT, "has " + tables + " tables, over the limit of " + MAX_TABLES);
		}
	}

	private void checkConfig() {
		JsonNode shared = this.card.path("config").path("update_multi");
		if (shared.isBoolean() && !shared.asBoolean()) {
			this.reading.start()
				.property("config")
				.property("update_multi")
				.refuse(CardError.NOT_SHARED, "must be true in JSON 2.0");
		}
	}

	private void checkCardLink() {
		JsonNode link = this.card.path("card_link");
		boolean complete = isFilled(link, "url")
				|| (isFilled(link, "pc_url") && isFilled(link, "ios_url") && isFilled(link, "android_url"));
		if (link.isObject() && !complete) {
			this.reading.start().property("card_link").refuse("needs url, or all of pc_url, ios_url and android_url");
		}
	}

	private static boolean isFilled(JsonNode object, String property) {
		return !object.path(property).asString("").isBlank();
	}

	private static void checkPlace(CardElement element) {
		if (IN_ROOT_ONLY.contains(element.tag()) && !element.containers().isEmpty()) {
			element.place().refuse(element.tag() + " may stand in body.elements only");
		}
		if (IN_FORM_ONLY.contains(element.tag()) && !element.isIn("form")) {
			element.place().refuse(element.tag() + " may stand in a form only");
		}
		if (element.is("select_img") && element.json().path("multi_select").asBoolean(false) && !element.isIn("form")) {
			element.at("multi_select").refuse("may be true in a form only");
		}
		if (CardComponents.isContainer(element.tag()) && element.containers().size() == MAX_DEPTH) {
			element.place().refuse("is a container at level " + (MAX_DEPTH + 1) + ", over the limit of " + MAX_DEPTH);
		}
	}

	private void checkForm(CardElement form) {
		String inside = form.place().path() + ".";
		boolean submits = this.reading.elements()
			.stream()
			.anyMatch((element) -> element.place().path().startsWith(inside) && isSubmit(element));
		if (!submits) {
			form.place().refuse("needs a button with form_action_type submit");
		}
	}

	private static boolean isSubmit(CardElement element) {
		return element.is("button") && (element.text("form_action_type").equals("submit")
				|| element.text("action_type").equals("form_submit"));
	}

	private static void checkFormFields(CardElement element) {
		if (!element.isIn("form")) {
			return;
		}
		if (INTERACTIVE.contains(element.tag()) && element.text("name").isBlank()) {
			element.at("name").refuse(CardError.NAME_EMPTY, "must not be empty in a form");
		}
		if (element.is("button") && !element.json().has("form_action_type") && !element.json().has("action_type")) {
			element.at("form_action_type").refuse("must be submit or reset in a form");
		}
	}

	/**
	 * Lists of people are not meant: an official sample has a person twice.
	 */
	private static void checkOptions(CardElement select) {
		Map<String, CardPlace> first = new HashMap<>();
		JsonNode options = select.json().path("options");
		for (int i = 0; i < options.size(); i++) {
			CardPlace place = select.at("options").item(i).property("value");
			refuseSecond(CardError.INVALID, first, options.path(i).path("value").asString(""), place);
		}
	}

	private static void checkRows(CardElement table) {
		Map<String, String> types = new HashMap<>();
		table.json()
			.path("columns")
			.forEach((column) -> types.put(column.path("name").asString(""), column.path("data_type").asString("")));
		JsonNode rows = table.json().path("rows");
		for (int i = 0; i < rows.size(); i++) {
			CardPlace row = table.at("rows").item(i);
			rows.path(i).properties().forEach((cell) -> checkCell(types, cell, row.property(cell.getKey())));
		}
	}

	private static void checkCell(Map<String, String> types, Map.Entry<String, JsonNode> cell, CardPlace place) {
		String type = types.get(cell.getKey());
		if (type == null) {
			place.refuse(CardError.TABLE_COLUMN_NOT_FOUND, "has no column of that name");
		}
		else if (CELLS.containsKey(type)) {
			CELLS.get(type).check(cell.getValue(), place.refusingWith(CardError.TABLE_ROWS_INVALID));
		}
	}

	private static void checkImages(CardElement combination) {
		int max = MAX_IMAGES.getOrDefault(combination.text("combination_mode"), Integer.MAX_VALUE);
		if (combination.json().path("img_list").size() > max) {
			combination.at("img_list").refuse("must have at most " + max + " items in this combination_mode");
		}
	}

	private void checkAudio(CardElement audio) {
		if (this.target == CardTarget.EPHEMERAL) {
			audio.place().refuse("audio can not be sent in an ephemeral card");
		}
		if (this.card.path("config").path("enable_forward").asBoolean(true)) {
			this.reading.start()
				.property("config")
				.property("enable_forward")
				.refuse(CardError.AUDIO_FORWARDED, "must be false in a card with audio");
		}
	}

	private void checkUnique(String property, CardError error, Predicate<CardElement> applies) {
		Map<String, CardPlace> first = new HashMap<>();
		each((element) -> {
			if (applies.test(element)) {
				refuseSecond(error, first, element.text(property), element.at(property));
			}
		});
	}

	private static void refuseSecond(CardError error, Map<String, CardPlace> first, String value, CardPlace place) {
		CardPlace other = value.isEmpty() ? null : first.putIfAbsent(value, place);
		if (other != null) {
			place.refuse(error, "must be unique, but is the same as " + other.path());
		}
	}

	/**
	 * The name of a form, or in one, belongs to nothing else in the card.
	 */
	private void checkNames() {
		List<CardElement> named = this.reading.elements()
			.stream()
			.filter((element) -> element.is("form") || INTERACTIVE.contains(element.tag()))
			.filter((element) -> !element.text("name").isBlank())
			.toList();
		for (int i = 0; i < named.size(); i++) {
			CardElement second = named.get(i);
			named.subList(0, i)
				.stream()
				.filter((element) -> element.text("name").equals(second.text("name")))
				.filter((element) -> belongsToForm(element) || belongsToForm(second))
				.findFirst()
				.ifPresent((element) -> second.at("name")
					.refuse("must be unique, but is the same as " + element.at("name").path()));
		}
	}

	private static boolean belongsToForm(CardElement element) {
		return element.is("form") || element.isIn("form");
	}

}
