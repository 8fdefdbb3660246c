package io.ephemeral.feishu.card;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * One walk through a card of the JSON 2.0 structure, for the rules that no single value
 * can tell.
 */
final class CardWalk {

	private static final int MAX_ELEMENTS = 200;

	private static final int MAX_DEPTH = 5;

	private static final int MAX_TABLES = 5;

	private static final int RECOMMENDED_CHARTS = 5;

	private static final Set<String> PLATFORM_LINKS = Set.of("pc_url", "ios_url", "android_url");

	private static final Pattern PALETTE = Pattern.compile("(blue|carmine|green|indigo|lime|grey|orange|purple|red"
			+ "|sunflower|turquoise|violet|wathet|yellow)(-(00|50|100|200|300|350|400|500|600|650|700|800|900|950|1000))?"
			+ "|white|bg-white|default|none|laser|neutral|");

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

	private final List<CardViolation> violations;

	private final CardPath path = new CardPath();

	private final Map<String, CardPath> elementIds = new HashMap<>();

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

	/** Whether texts here may have a size, a colour and so on of their own. */
	private boolean textsHaveLooks;

	CardWalk(JsonNode card, CardTarget target, List<CardViolation> violations) {
		this.card = card;
		this.target = target;
		this.violations = violations;
	}

	void run() {
		visitProperties(this.card);
		if (this.elements > MAX_ELEMENTS) {
			report("", CardRule.ELEMENTS, "has " + this.elements + " components and texts, more than " + MAX_ELEMENTS);
		}
		if (this.tables > MAX_TABLES) {
			report("", CardRule.TABLES, "has " + this.tables + " tables, more than " + MAX_TABLES);
		}
		if (this.charts > RECOMMENDED_CHARTS) {
			report("", CardRule.CHARTS, "has " + this.charts + " charts, more than " + RECOMMENDED_CHARTS);
		}
		checkLink(this.card.path("card_link"));
		JsonNode config = this.card.path("config");
		if (config.path("update_multi").isBoolean() && !config.path("update_multi").booleanValue()) {
			report("config.update_multi", CardRule.UPDATE_MULTI, "is false");
		}
	}

	/** The bytes of the card, which were counted on the way. */
	int size() {
		return this.size;
	}

	private void checkLink(JsonNode link) {
		if (link.isObject() && !link.isEmpty() && !link.has("url")
				&& PLATFORM_LINKS.stream().anyMatch((name) -> !link.has(name))) {
			report("card_link.url", CardRule.REQUIRED_PROPERTY, "is required without a link for each platform");
		}
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
			else if (!value.isContainer() || isOpaque(name) || name.startsWith("i18n_")) {
				this.size += JsonSize.of(value);
			}
			else {
				boolean around = this.inForm;
				// Nothing is said of the buttons of a checker in a form.
				this.inForm &= !name.equals("button_area");
				this.path.enter(name);
				visit(value);
				this.path.leave();
				this.inForm = around;
			}
		}
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
			case "chart" -> this.charts++;
			case "audio" -> checkAudio();
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
		}
	}

	private void checkName(JsonNode node) {
		JsonNode name = node.path("name");
		if (name.isString() && !name.stringValue().isBlank()) {
			checkNameUnique(name.stringValue(), node.path("tag").asString("").equals("form"));
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
		if (this.inForm && tag.equals("button") && !node.has("form_action_type") && !node.has("action_type")) {
			report(this.path.of("form_action_type"), CardRule.REQUIRED_PROPERTY, "is required of a button in a form");
		}
		if (node.path("form_action_type").asString("").equals("submit")
				|| node.path("action_type").asString("").equals("form_submit")) {
			this.submits = true;
		}
		if (!this.inForm) {
			checkOutsideForm(tag, node);
		}
		if (tag.endsWith("select_static")) {
			checkOptions(node.path("options"));
		}
		if (tag.startsWith("picker_") && !node.has("placeholder") && !node.has("initial_time")
				&& !node.has("initial_datetime")) {
			report(this.path.of("placeholder"), CardRule.REQUIRED_PROPERTY, "is required without an initial value");
		}
	}

	private void checkOutsideForm(String tag, JsonNode node) {
		if (tag.equals("select_img") && node.path("multi_select").asBoolean(false)) {
			report(this.path.of("multi_select"), CardRule.PLACEMENT, "may be true in a form only");
		}
		if (tag.startsWith("multi_select_") && this.depth > 0) {
			// Directly in the body, reading the card has told it.
			report(this.path.toString(), CardRule.PLACEMENT, "may stand in a form only");
		}
		if (node.path("required").asBoolean(false)) {
			report(this.path.of("required"), CardRule.REQUIRED_OUTSIDE_FORM, "counts in a form only");
		}
	}

	private void checkOptions(JsonNode options) {
		Set<String> values = new HashSet<>();
		for (int index = 0; index < options.size(); index++) {
			JsonNode value = options.path(index).path("value");
			if (value.isString() && !values.add(value.stringValue())) {
				report(this.path.of("options") + "[" + index + "].value", CardRule.OPTION_UNIQUE,
						"is the value of another option");
			}
		}
	}

	private void checkTable(JsonNode table) {
		this.tables++;
		Set<String> columns = new HashSet<>();
		table.path("columns").forEach((column) -> columns.add(column.path("name").asString("")));
		int index = 0;
		for (JsonNode row : table.path("rows")) {
			for (String column : row.propertyNames()) {
				if (!columns.contains(column)) {
					this.path.enter("rows");
					this.path.enter(index);
					report(this.path.of(column), CardRule.TABLE_COLUMN, "is a value without a column");
					this.path.leave();
					this.path.leave();
				}
			}
			index++;
		}
	}

	private void checkAudio() {
		if (this.target == CardTarget.EPHEMERAL) {
			report(this.path.toString(), CardRule.AUDIO, "is a sound, which ephemeral cards cannot hold");
		}
		else if (this.card.path("config").path("enable_forward").asBoolean(true)) {
			report("config.enable_forward", CardRule.AUDIO_FORWARD, "is not false, but the card holds a sound");
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
			report(this.path.of(property), CardRule.UNDEFINED_STYLE, "is a colour that is not defined");
		}
		if (property.equals("text_size") && !SIZES.contains(value) && !isDefined("text_size", value)) {
			report(this.path.of(property), CardRule.UNDEFINED_STYLE, "is a size that is not defined");
		}
	}

	private boolean isDefined(String kind, String name) {
		return this.card.path("config").path("style").path(kind).has(name);
	}

	private void report(String path, CardRule rule, String problem) {
		this.violations.add(new CardViolation(path, rule, problem));
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

	/** Whether a property holds what belongs to the application or to VChart. */
	static boolean isOpaque(String property) {
		return switch (property) {
			case "value", "chart_spec", "rows" -> true;
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
