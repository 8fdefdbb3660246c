package io.ephemeral.feishu.card.check;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.json.CardPath;
import io.ephemeral.feishu.card.json.OpaqueProperties;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One walk through a card, for the rules that take more than a single value to check.
 */
public final class CardWalk {

	private static final int MAX_ELEMENTS = 200;

	private static final int MAX_DEPTH = 5;

	private static final int MAX_TABLES = 5;

	private static final int RELIABLE_TABLES = 3;

	private static final int RECOMMENDED_CHARTS = 5;

	/** What the platform enforces in cards of the JSON 1.0 structure as well. */
	private static final Set<CardRule> RULES_OF_JSON_1 = EnumSet.of(CardRule.ELEMENTS, CardRule.TABLES,
			CardRule.MANY_TABLES, CardRule.NAME_REQUIRED, CardRule.NAME_UNIQUE, CardRule.OPTION_EMPTY, CardRule.AUDIO);

	private static final Pattern ELEMENT_ID = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,19}");

	private static final List<String> PLATFORM_LINKS = List.of("pc_url", "ios_url", "android_url");

	private static final Pattern PALETTE = Pattern.compile("(blue|carmine|green|indigo|lime|grey|orange|purple|red"
			+ "|sunflower|turquoise|violet|wathet|yellow)(-(00|50|100|200|300|350|400|500|600|650|700|800|900|950|1000))?"
			+ "|white|bg-white|default|none|laser|neutral|rgba?\\(.*\\)|");

	private static final Set<String> SIZES = Stream
		.concat(Stream.of("heading", "normal", "notation", "large", "medium", "small", ""),
				Stream.of("heading-0", "heading-1", "heading-2", "heading-3", "heading-4", "xxxx-large", "xxx-large",
						"xx-large", "x-large", "x-small"))
		.collect(Collectors.toUnmodifiableSet());

	private static final Pattern MENTION_ALL = Pattern.compile("<at\\s+id\\s*=\\s*[\"']?all[\"']?\\s*>");

	/** Takes links whole, so that a text is gone through once. */
	private static final Pattern BARE_LINK = Pattern
		.compile("(?<![(\\[\"'=])https?://[A-Za-z0-9\\-._~:/?#@!$&*+,;=%]++(\\p{IsHan})?");

	private static final Map<String, Integer> IMAGES = Map.of("double", 2, "triple", 3, "bisect", 6, "trisect", 9);

	private final JsonNode card;

	private final CardTarget target;

	/** Whether the card has the JSON 1.0 structure. */
	private final boolean older;

	private final List<CardViolation> violations;

	private final CardPath path = new CardPath();

	private final Map<String, CardPath> elementIds = new HashMap<>();

	private final Map<String, CardPath> audioIds = new HashMap<>();

	private final Map<String, CardPath> names = new HashMap<>();

	private final Set<String> namesThatCount = new HashSet<>();

	private int size;

	private int elements;

	private int tables;

	private int charts;

	/** How many containers there are around the present element. */
	private int depth;

	private boolean inForm;

	private boolean submits;

	/** Whether texts here may have a size, a color and so on of their own. */
	private boolean textsHaveLooks;

	private CardWalk(JsonNode card, CardTarget target, boolean older, List<CardViolation> violations) {
		this.card = card;
		this.target = target;
		this.older = older;
		this.violations = violations;
	}

	/**
	 * Prepares a walk through a card of the JSON 2.0 structure.
	 * @param card the card
	 * @param target who will see it
	 * @param violations takes what is found
	 * @return the walk
	 */
	public static CardWalk of(JsonNode card, CardTarget target, List<CardViolation> violations) {
		return new CardWalk(card, target, false, violations);
	}

	/**
	 * Prepares a walk through a card of the JSON 1.0 structure.
	 * @param card the card
	 * @param target who will see it
	 * @param violations takes what is found
	 * @return the walk
	 */
	public static CardWalk older(JsonNode card, CardTarget target, List<CardViolation> violations) {
		return new CardWalk(card, target, true, violations);
	}

	/**
	 * Walks.
	 */
	public void run() {
		if (this.older) {
			runByLanguage();
			return;
		}
		visitProperties(this.card);
		checkCounts("");
		checkSettings();
	}

	/** Each language counts for itself, together with what is around the languages. */
	private void runByLanguage() {
		visitProperty("header", this.card.path("header"));
		int elementsAround = this.elements;
		int tablesAround = this.tables;
		visitProperty("elements", this.card.path("elements"));
		checkCounts("");
		this.path.enter("i18n_elements");
		for (Map.Entry<String, JsonNode> language : this.card.path("i18n_elements").properties()) {
			this.elements = elementsAround;
			this.tables = tablesAround;
			this.names.clear();
			this.namesThatCount.clear();
			visitProperty(language.getKey(), language.getValue());
			checkCounts(this.path.of(language.getKey()));
		}
		this.path.leave();
	}

	private void checkCounts(String place) {
		if (this.elements > MAX_ELEMENTS) {
			report(place, CardRule.ELEMENTS,
					"has " + this.elements + " components and texts, more than " + MAX_ELEMENTS);
		}
		if (this.tables > MAX_TABLES) {
			report(place, CardRule.TABLES, "has " + this.tables + " tables, those in Markdown included, more than "
					+ MAX_TABLES + "; the platform refuses such a card with 11310, and nobody sees anything");
		}
		else if (this.tables > RELIABLE_TABLES) {
			report(place, CardRule.MANY_TABLES, "has " + this.tables + " tables, those in Markdown included; "
					+ "cards with more than " + RELIABLE_TABLES + " were refused at times");
		}
		if (this.charts > RECOMMENDED_CHARTS) {
			report(place, CardRule.CHARTS, "has " + this.charts + " charts, more than " + RECOMMENDED_CHARTS);
		}
	}

	private void checkSettings() {
		checkLink(this.card.path("card_link"));
		JsonNode config = this.card.path("config");
		if (config.path("update_multi").isBoolean() && !config.path("update_multi").booleanValue()) {
			report("config.update_multi", CardRule.UPDATE_MULTI, "is false");
		}
	}

	/**
	 * The bytes of the card, which were counted on the way.
	 * @return bytes of its JSON
	 */
	public int size() {
		return this.size;
	}

	private void checkLink(JsonNode link) {
		long platforms = PLATFORM_LINKS.stream().filter((name) -> isSet(link, name)).count();
		if (!isSet(link, "url") && platforms > 0 && platforms < PLATFORM_LINKS.size()) {
			report("card_link.url", CardRule.RECOMMENDED_PROPERTY, "is required without a link for each platform");
		}
	}

	private static boolean isSet(JsonNode object, String property) {
		return !object.path(property).asString("").isEmpty();
	}

	private void visitProperties(JsonNode object) {
		this.size += JsonSize.around(object);
		for (Map.Entry<String, JsonNode> property : object.properties()) {
			String name = property.getKey();
			JsonNode value = property.getValue();
			this.size += JsonSize.of(name) + 1;
			if (value.isString()) {
				this.size += JsonSize.of(value.stringValue());
				checkStyle(name, value.stringValue());
			}
			else if (!value.isContainer() || OpaqueProperties.contains(name) || name.startsWith("i18n_")) {
				this.size += JsonSize.of(value);
			}
			else {
				boolean around = this.inForm;
				// Nothing is said of the buttons of a checker in a form.
				this.inForm &= !name.equals("button_area");
				visitProperty(name, value);
				this.inForm = around;
			}
		}
	}

	private void visitProperty(String name, JsonNode value) {
		this.path.enter(name);
		visit(value);
		this.path.leave();
	}

	private void visit(JsonNode node) {
		if (node.isArray()) {
			this.size += JsonSize.around(node);
			for (int index = 0; index < node.size(); index++) {
				this.path.enter(index);
				visit(node.get(index));
				this.path.leave();
			}
			return;
		}
		if (!node.isObject()) {
			this.size += JsonSize.of(node);
			return;
		}
		String tag = node.path("tag").asString("");
		if (tag.isEmpty()) {
			visitProperties(node);
			return;
		}
		Role role = roleOf(tag);
		if (role != Role.PART) {
			this.elements++;
		}
		checkElementId(node);
		if (role == Role.TEXT) {
			checkText(tag, node.path("content").asString(""));
			checkLooks(tag, node);
		}
		else if (role == Role.INTERACTIVE) {
			checkInteractive(tag, node);
		}
		switch (tag) {
			case "form" -> {
				visitForm(node);
				return;
			}
			case "table" -> checkTable(node);
			case "chart" -> checkChart();
			case "audio" -> checkAudio(node);
			case "overflow" -> checkOptions(tag, node.path("options"));
			case "checker" -> checkTextOfChecker(node.path("text"));
			case "img" -> recommend(node, "alt");
			case "img_combination" -> checkImages(node);
			default -> {
			}
		}
		visitNested(tag, node);
	}

	private void visitNested(String tag, JsonNode node) {
		boolean around = this.textsHaveLooks;
		this.textsHaveLooks = tag.equals("div") || tag.equals("checker");
		int nesting = (roleOf(tag) == Role.CONTAINER) ? 1 : 0;
		this.depth += nesting;
		if (nesting == 1 && this.depth == MAX_DEPTH + 1) {
			report(this.path.toString(), CardRule.NESTING, "is a container on level " + this.depth);
		}
		visitProperties(node);
		this.depth -= nesting;
		this.textsHaveLooks = around;
	}

	private void visitForm(JsonNode form) {
		checkName(form);
		boolean outer = this.inForm;
		this.inForm = true;
		this.submits = false;
		visitNested("form", form);
		this.inForm = outer;
		if (!this.submits) {
			report(this.path.toString(), CardRule.SUBMIT_BUTTON, "has no button that submits");
		}
	}

	private void checkElementId(JsonNode node) {
		JsonNode id = node.path("element_id");
		if (id.isString()) {
			checkUnique(this.elementIds, id.stringValue(), "element_id", CardRule.ELEMENT_ID_UNIQUE);
			if (!ELEMENT_ID.matcher(id.stringValue()).matches()) {
				report(this.path.of("element_id"), CardRule.ELEMENT_ID_FORMAT,
						"must start with a letter and hold at most 20 letters, digits and underscores");
			}
		}
	}

	private void checkName(JsonNode node) {
		String name = node.path("name").asString("");
		boolean form = node.path("tag").asString("").equals("form");
		if (!name.isBlank()) {
			checkNameUnique(name, form);
		}
		else if (form) {
			report(this.path.of("name"), CardRule.NAME_REQUIRED, "is not set");
		}
		else if (this.inForm) {
			report(this.path.of("name"), CardRule.NAME_REQUIRED, "is not set, but the component is in a form");
		}
	}

	/** Outside forms a name means nothing, so that two of a name do no harm. */
	private void checkNameUnique(String name, boolean ofForm) {
		boolean counts = this.inForm || ofForm;
		if (counts || this.namesThatCount.contains(name)) {
			checkUnique(this.names, name, "name", CardRule.NAME_UNIQUE);
		}
		else {
			this.names.computeIfAbsent(name, (unknown) -> this.path.copy());
		}
		if (counts) {
			this.namesThatCount.add(name);
		}
	}

	private void checkUnique(Map<String, CardPath> known, String value, String property, CardRule rule) {
		CardPath there = known.putIfAbsent(value, this.path.copy());
		if (there != null) {
			report(this.path.of(property), rule, "is the same as " + there.of(property));
		}
	}

	private void checkInteractive(String tag, JsonNode node) {
		checkName(node);
		if (this.inForm) {
			checkInForm(tag, node);
		}
		else {
			checkOutsideForm(tag, node);
		}
		if (tag.endsWith("select_static")) {
			checkOptions(tag, node.path("options"));
		}
		if (isPicker(tag) && !node.has("placeholder") && !node.has("initial_date") && !node.has("initial_time")
				&& !node.has("initial_datetime")) {
			report(this.path.of("placeholder"), CardRule.RECOMMENDED_PROPERTY, "is required without an initial value");
		}
		if (tag.equals("button")) {
			checkValue(node);
		}
	}

	private void checkInForm(String tag, JsonNode node) {
		if (tag.equals("button") && isSubmit(node)) {
			this.submits = true;
		}
		else if (tag.equals("button") && !node.has("form_action_type") && !node.has("action_type")) {
			report(this.path.of("form_action_type"), CardRule.RECOMMENDED_PROPERTY,
					"is not set; required fields are checked before such a click as well");
		}
	}

	private static boolean isSubmit(JsonNode node) {
		return node.path("form_action_type").asString("").equals("submit")
				|| node.path("action_type").asString("").equals("form_submit")
				|| node.path("behaviors")
					.valueStream()
					.anyMatch((behavior) -> behavior.path("type").asString("").equals("form_action")
							&& behavior.path("behavior").asString("").equals("submit"));
	}

	/** In the manner of JSON 1.0. */
	private void checkValue(JsonNode node) {
		JsonNode value = node.path("value");
		boolean empty = value.isContainer() ? value.isEmpty() : value.asString("").isEmpty();
		if (!empty && node.path("behaviors").isEmpty()) {
			report(this.path.of("value"), CardRule.IGNORED_VALUE, "is ignored in JSON 2.0");
		}
	}

	private void checkOutsideForm(String tag, JsonNode node) {
		if (tag.equals("select_img") && node.path("multi_select").asBoolean(false)) {
			report(this.path.of("multi_select"), CardRule.CHOICE_OUTSIDE_FORM, "is true outside a form");
		}
		if (tag.startsWith("multi_select_")) {
			report(this.path.toString(), CardRule.CHOICE_OUTSIDE_FORM, "is a choice of several outside a form");
		}
		if (node.path("required").asBoolean(false)) {
			report(this.path.of("required"), CardRule.REQUIRED_OUTSIDE_FORM, "counts in a form only");
		}
	}

	private void checkOptions(String tag, JsonNode options) {
		Set<String> values = new HashSet<>();
		this.path.enter("options");
		for (int index = 0; options.isArray() && index < options.size(); index++) {
			JsonNode option = options.get(index);
			this.path.enter(index);
			if (option.isObject()) {
				checkOption(tag, option);
			}
			boolean known = isSet(option, "value") && !values.add(option.path("value").asString(""));
			if (known && !tag.equals("overflow")) {
				report(this.path.of("value"), CardRule.OPTION_UNIQUE, "is the value of another option");
			}
			this.path.leave();
		}
		this.path.leave();
	}

	/** The model of cards reports what is absent from an option of a select. */
	private void checkOption(String tag, JsonNode option) {
		JsonNode text = option.path("text");
		boolean hasText = text.isObject() ? isSet(text, "content") || hasTranslation(text) : isSet(option, "text");
		boolean hasValue = isSet(option, "value") || option.path("value").isContainer();
		if (!hasText && !hasValue) {
			report(this.path.toString(), CardRule.OPTION_EMPTY, "has neither a text nor a value");
		}
		else if (!hasText && text.hasNonNull("content")) {
			report(this.path.of("text"), CardRule.OPTION_INCOMPLETE, "is empty");
		}
		else if (!hasValue && option.hasNonNull("value")) {
			report(this.path.of("value"), CardRule.OPTION_INCOMPLETE, "is empty");
		}
		else if (!hasValue && tag.equals("overflow") && !option.has("multi_url")) {
			report(this.path.of("value"), CardRule.OPTION_INCOMPLETE, "is not set, and neither is a link");
		}
	}

	private static boolean hasTranslation(JsonNode text) {
		return text.path("i18n_content").valueStream().anyMatch((translation) -> !translation.asString("").isEmpty());
	}

	private void checkTable(JsonNode table) {
		this.tables++;
		if (this.older) {
			return;
		}
		Map<String, String> columns = new HashMap<>();
		table.path("columns")
			.forEach((column) -> columns.put(column.path("name").asString(""), column.path("data_type").asString("")));
		this.path.enter("rows");
		JsonNode rows = table.path("rows");
		for (int index = 0; rows.isArray() && index < rows.size(); index++) {
			this.path.enter(index);
			for (Map.Entry<String, JsonNode> cell : rows.get(index).properties()) {
				checkCell(cell.getKey(), cell.getValue(), columns.get(cell.getKey()));
			}
			this.path.leave();
		}
		this.path.leave();
	}

	private void checkCell(String column, JsonNode cell, @Nullable String dataType) {
		if (dataType == null) {
			report(this.path.of(column), CardRule.TABLE_COLUMN, "is a value without a column");
			return;
		}
		CardRule broken = TableCell.brokenRule(cell, dataType);
		if (broken != null) {
			report(this.path.of(column), broken, "does not fit a column of the data_type " + dataType);
		}
	}

	private void checkChart() {
		this.charts++;
		if (this.inForm) {
			report(this.path.toString(), CardRule.PLACEMENT, "may not stand in a form");
		}
	}

	private void checkAudio(JsonNode audio) {
		if (this.target == CardTarget.EPHEMERAL) {
			report(this.path.toString(), CardRule.AUDIO, "is a sound, which ephemeral cards cannot hold");
		}
		else if (this.card.path("config").path("enable_forward").asBoolean(true)) {
			report("config.enable_forward", CardRule.AUDIO_FORWARD, "is not false, but the card holds a sound");
		}
		if (this.target == CardTarget.PUBLIC && isSet(audio, "audio_id")) {
			checkUnique(this.audioIds, audio.path("audio_id").asString(), "audio_id", CardRule.AUDIO_ID_UNIQUE);
		}
	}

	private void checkTextOfChecker(JsonNode text) {
		if (text.path("tag").asString("").equals("markdown")) {
			report(this.path.of("text"), CardRule.PLACEMENT, "is a component, where a text belongs");
		}
	}

	private void checkImages(JsonNode combination) {
		Integer places = IMAGES.get(combination.path("combination_mode").asString(""));
		int images = combination.path("img_list").size();
		if (places != null && (images > places || (places <= 3 && images < places))) {
			report(this.path.of("img_list"), CardRule.IMAGE_COUNT,
					"has " + images + " images for " + places + " places");
		}
	}

	private void recommend(JsonNode node, String property) {
		if (!node.has(property)) {
			report(this.path.of(property), CardRule.RECOMMENDED_PROPERTY, "is not set");
		}
	}

	private void checkLooks(String tag, JsonNode text) {
		if (this.textsHaveLooks || tag.equals("markdown")) {
			return;
		}
		for (String property : text.propertyNames()) {
			if (isLook(property)) {
				report(this.path.of(property), CardRule.MISPLACED_PROPERTY,
						"is a property of texts in div and checker only");
			}
		}
	}

	private void checkText(String tag, String content) {
		if (tag.equals("plain_text")) {
			return;
		}
		this.tables += MarkdownTables.count(content);
		if (content.contains("<at ")) {
			if (this.target == CardTarget.EPHEMERAL) {
				report(this.path.of("content"), CardRule.MENTION, "mentions somebody, who is not notified");
			}
			if (MENTION_ALL.matcher(content).find()) {
				report(this.path.of("content"), CardRule.MENTION_ALL, "mentions everybody");
			}
		}
		if (content.contains("http")
				&& BARE_LINK.matcher(content).results().anyMatch((link) -> link.group(1) != null)) {
			report(this.path.of("content"), CardRule.BARE_LINK, "has a bare link directly before Chinese text");
		}
	}

	private void checkStyle(String property, String value) {
		if (isColor(property) && !PALETTE.matcher(value).matches() && !isDefined("color", value)) {
			report(this.path.of(property), CardRule.UNDEFINED_STYLE, "is a color that is not defined");
		}
		if (property.equals("text_size") && !SIZES.contains(value) && !isDefined("text_size", value)) {
			report(this.path.of(property), CardRule.UNDEFINED_STYLE, "is a size that is not defined");
		}
	}

	private boolean isDefined(String kind, String name) {
		return this.card.path("config").path("style").path(kind).has(name);
	}

	private void report(String path, CardRule rule, String problem) {
		if (!this.older || RULES_OF_JSON_1.contains(rule)) {
			this.violations.add(new CardViolation(path, rule, problem));
		}
	}

	private static Role roleOf(String tag) {
		return switch (tag) {
			case "column_set", "form", "interactive_container", "collapsible_panel" -> Role.CONTAINER;
			case "button", "input", "select_static", "multi_select_static", "select_person", "multi_select_person",
					"date_picker", "picker_time", "picker_datetime", "select_img", "checker" ->
				Role.INTERACTIVE;
			case "plain_text", "lark_md", "markdown" -> Role.TEXT;
			case "column", "standard_icon", "custom_icon", "text_tag", "fallback_text" -> Role.PART;
			default -> Role.OTHER;
		};
	}

	private static boolean isPicker(String tag) {
		return tag.equals("date_picker") || tag.startsWith("picker_");
	}

	private static boolean isColor(String property) {
		return switch (property) {
			case "color", "text_color", "background_style", "background_color", "border_color", "fill_color" -> true;
			default -> false;
		};
	}

	private static boolean isLook(String property) {
		return switch (property) {
			case "text_size", "text_color", "text_align", "lines" -> true;
			default -> false;
		};
	}

	/** What the rules tell apart. */
	private enum Role {

		CONTAINER,

		/** What needs a name in a form. */
		INTERACTIVE,

		TEXT,

		/**
		 * A part of a component; the documents do not say that it counts as an element.
		 */
		PART,

		OTHER

	}

}
