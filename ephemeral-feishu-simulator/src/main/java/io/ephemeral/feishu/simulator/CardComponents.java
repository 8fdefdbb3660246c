package io.ephemeral.feishu.simulator;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import static io.ephemeral.feishu.simulator.CardObject.component;
import static io.ephemeral.feishu.simulator.CardObject.container;
import static io.ephemeral.feishu.simulator.CardObject.element;
import static io.ephemeral.feishu.simulator.CardValue.anyObject;
import static io.ephemeral.feishu.simulator.CardValue.bool;
import static io.ephemeral.feishu.simulator.CardValue.box;
import static io.ephemeral.feishu.simulator.CardValue.byLocale;
import static io.ephemeral.feishu.simulator.CardValue.colour;
import static io.ephemeral.feishu.simulator.CardValue.cornerRadius;
import static io.ephemeral.feishu.simulator.CardValue.filledText;
import static io.ephemeral.feishu.simulator.CardValue.integer;
import static io.ephemeral.feishu.simulator.CardValue.integers;
import static io.ephemeral.feishu.simulator.CardValue.link;
import static io.ephemeral.feishu.simulator.CardValue.linkOrEmpty;
import static io.ephemeral.feishu.simulator.CardValue.listOf;
import static io.ephemeral.feishu.simulator.CardValue.mapOf;
import static io.ephemeral.feishu.simulator.CardValue.margin;
import static io.ephemeral.feishu.simulator.CardValue.matching;
import static io.ephemeral.feishu.simulator.CardValue.number;
import static io.ephemeral.feishu.simulator.CardValue.oneOf;
import static io.ephemeral.feishu.simulator.CardValue.pixels;
import static io.ephemeral.feishu.simulator.CardValue.platformLink;
import static io.ephemeral.feishu.simulator.CardValue.size;
import static io.ephemeral.feishu.simulator.CardValue.spacing;
import static io.ephemeral.feishu.simulator.CardValue.text;
import static io.ephemeral.feishu.simulator.CardValue.words;

/**
 * The structure of JSON 2.0 and its components, property by property, as the documents
 * have it (2025-09).
 * <p>
 * Where a document and its own samples differ, the samples count: what they leave out is
 * not required, and what they carry is known, such as the "historical" properties.
 */
final class CardComponents {

	private static final int ANY = Integer.MAX_VALUE;

	/** "Supported range [0,99]px" says the comment, "[-99,99]px" the table below it. */
	private static final CardValue PADDING = box(-99, 99);

	// ---- Values that several components share ----

	private static final CardValue TEXT_ALIGN = words("left", "center", "right");

	private static final CardValue VERTICAL_ALIGN = words("top", "center", "bottom");

	/** Other words than those of the table are shown as normal. */
	private static final CardValue TEXT_SIZE = text();

	private static final CardValue WIDTH = pixels(100, ANY, "default", "fill", "");

	private static final CardValue TAG_COLOUR = words("neutral", "blue", "turquoise", "lime", "orange", "violet",
			"indigo", "wathet", "green", "yellow", "red", "purple", "carmine");

	private static final CardValue TEMPLATE = words("blue", "wathet", "turquoise", "green", "yellow", "orange", "red",
			"carmine", "violet", "purple", "indigo", "grey", "default");

	private static final CardValue PLAIN_TEXT = oneOf("tag", textElement("plain_text", text()));

	private static final CardValue SHORT_TEXT = oneOf("tag", textElement("plain_text", text(100)));

	private static final CardValue PLAIN_TEXT_OR_LARK_MD = oneOf("tag", textElement("plain_text", text()),
			textElement("lark_md", text()));

	private static final CardValue STYLED_TEXT = oneOf("tag", styledText("plain_text"), styledText("lark_md"));

	private static final CardValue TIPS = PLAIN_TEXT.orEmpty();

	private static final CardValue CONFIRM = new CardObject("confirm").with("title", PLAIN_TEXT)
		.with("text", PLAIN_TEXT)
		.needs("title")
		.needs("text")
		.orEmpty();

	private static final CardValue FALLBACK = new CardObject("fallback").with("tag", words("fallback_text"))
		.with("text", PLAIN_TEXT)
		.orText(words("drop"));

	private static final CardValue ICON = icon();

	private static final CardValue UD_ICON = new CardObject("ud_icon").with("token", text())
		.with("style", new CardObject("style").with("color", colour()));

	/** What a click calls back with: objects, but the platform takes strings, too. */
	private static final CardValue CALLBACK_VALUE = anyObject().orText(text());

	private static final CardObject CALLBACK = new CardObject("callback").with("type", words("callback"))
		.with("value", CALLBACK_VALUE)
		.needs("value");

	private static final CardObject OPEN_URL = platformLinks("open_url").with("type", words("open_url"))
		.with("default_url", link())
		.needs("default_url");

	private static final CardValue CALLBACKS = listOf(oneOf("type", CALLBACK));

	private static final CardValue CALLBACKS_AND_LINKS = listOf(oneOf("type", OPEN_URL, CALLBACK));

	private static final CardObject MULTI_URL = platformLinks("multi_url").with("url", linkOrEmpty());

	private static final CardValue JUMP = new CardObject("action").with("multi_url", MULTI_URL);

	private static final CardValue BORDER = new CardObject("border").with("color", colour())
		.with("corner_radius", cornerRadius());

	private static final CardValue ELEMENTS = listOf(CardComponents::checkComponent);

	private static final CardObject LAYOUT = new CardObject("layout").with("direction", words("vertical", "horizontal"))
		.with("horizontal_spacing", spacing())
		.with("horizontal_align", TEXT_ALIGN)
		.with("vertical_spacing", spacing())
		.with("vertical_align", VERTICAL_ALIGN)
		.with("padding", PADDING)
		.with("elements", ELEMENTS);

	private static final CardObject IMAGE_KEY = new CardObject("image").with("img_key", text())
		.with("i18n_img_key", byLocale(text()));

	// ---- Containers ----

	private static final CardObject COLUMN = element("column").withAll(LAYOUT)
		.with("margin", margin())
		.with("width", pixels(16, 600, "auto", "weighted"))
		.with("weight", integer(1, 5))
		.with("padding", box(0, 99))
		.with("background_style", colour())
		.with("action", JUMP);

	private static final CardObject COLUMN_SET = container("column_set").with("horizontal_spacing", spacing())
		.with("horizontal_align", TEXT_ALIGN)
		.with("flex_mode", words("none", "stretch", "flow", "bisect", "trisect"))
		.with("background_style", colour())
		.with("action", JUMP)
		.with("columns", listOf(COLUMN))
		.needs("columns");

	private static final CardObject FORM = container("form").withAll(LAYOUT)
		.with("name", filledText())
		.with("fallback", FALLBACK)
		.needs("name")
		.needs("elements");

	private static final CardObject INTERACTIVE_CONTAINER = container("interactive_container").withAll(LAYOUT)
		.with("width", pixels(16, 999, "fill", "auto"))
		.with("height", pixels(10, 999, "auto"))
		.with("background_style", colour("laser"))
		.with("has_border", bool())
		.with("border_color", colour())
		.with("corner_radius", cornerRadius())
		.with("behaviors", CALLBACKS_AND_LINKS)
		.with("hover_tips", TIPS)
		.with("disabled", bool())
		.with("disabled_tips", TIPS)
		.with("confirm", CONFIRM)
		.needs("behaviors")
		.needs("elements");

	private static final CardObject COLLAPSIBLE_PANEL = container("collapsible_panel").withAll(LAYOUT)
		.with("expanded", bool())
		.with("background_color", colour())
		.with("header",
				new CardObject("header")
					.with("title", oneOf("tag", textElement("plain_text", text()), textElement("markdown", text())))
					.with("background_color", colour())
					.with("width", words("fill", "auto", "auto_when_fold"))
					.with("vertical_align", VERTICAL_ALIGN)
					.with("position", text())
					.with("padding", PADDING)
					.with("margin", margin())
					.with("icon", icon().with("size", size(999)))
					.with("icon_position", words("left", "right", "follow_text"))
					.with("icon_expanded_angle", integers(-180, -90, 90, 180)))
		.with("border", BORDER)
		.needs("header");

	// ---- Display components ----

	private static final CardObject DIV = component("div").with("width", pixels(16, 999, "fill", "auto"))
		.with("text", STYLED_TEXT)
		.with("icon", ICON)
		.with("fields", listOf(new CardObject("field").with("is_short", bool()).with("text", STYLED_TEXT)));

	private static final CardObject MARKDOWN = textElement("markdown", text()).with("margin", margin())
		.with("text_align", TEXT_ALIGN)
		.with("text_size", TEXT_SIZE)
		.with("icon", ICON);

	private static final CardObject IMG = component("img").withAll(IMAGE_KEY)
		.with("alt", PLAIN_TEXT)
		.with("title", PLAIN_TEXT)
		.with("corner_radius", cornerRadius())
		.with("scale_type", words("crop_center", "crop_top", "fit_horizontal"))
		// crop_center as a size is in a sample of the release notes only
		.with("size", size(1000, "stretch", "large", "medium", "small", "tiny", "crop_center"))
		.with("transparent", bool())
		.with("preview", bool())
		.with("mode", words("crop_center", "fit_horizontal", "stretch", "large", "medium", "small", "tiny"))
		.with("custom_width", integer(278, 580).orText(pixels(278, 580)))
		.with("compact_width", bool())
		.needs("img_key", "i18n_img_key");

	private static final CardObject IMG_COMBINATION = component("img_combination")
		.with("combination_mode", words("double", "triple", "bisect", "trisect"))
		.with("combination_transparent", bool())
		.with("corner_radius", cornerRadius())
		.with("img_list",
				listOf(new CardObject("img_list").withAll(IMAGE_KEY)
					.with("transparent", bool())
					.needs("img_key", "i18n_img_key")))
		.needs("combination_mode")
		.needs("img_list");

	private static final CardValue PERSON_SIZE = words("extra_small", "small", "medium", "large");

	private static final CardObject PERSON = component("person").with("user_id", filledText())
		.with("size", PERSON_SIZE)
		.with("show_avatar", bool())
		.with("show_name", bool())
		.with("style", words("normal", "capsule"))
		.needs("user_id");

	private static final CardObject PERSON_LIST = component("person_list")
		.with("persons", listOf(new CardObject("person").with("id", filledText()).needs("id")))
		.with("drop_invalid_user_id", bool())
		.with("lines", integer(1))
		.with("show_name", bool())
		.with("show_avatar", bool())
		.with("size", PERSON_SIZE)
		.with("icon", ICON)
		.with("ud_icon", UD_ICON)
		.needs("persons");

	private static final CardObject HR = component("hr");

	private static final CardObject TABLE = component("table").with("page_size", integer(1, 10))
		.with("row_height", pixels(32, 124, "low", "middle", "high", "auto"))
		.with("row_max_height", pixels(32, 999))
		.with("freeze_first_column", bool())
		.with("header_style",
				new CardObject("header_style").with("text_align", TEXT_ALIGN)
					.with("text_size", words("normal", "heading"))
					.with("background_style", words("none", "grey"))
					// the table has two colours, the page of colours has all of them
					.with("text_color", colour())
					.with("bold", bool())
					.with("lines", integer(1)))
		.with("columns", listOf(new CardObject("column").with("name", filledText())
			.with("display_name", text())
			.with("width",
					matching("auto, [80,600]px or [1,100]%", "auto|([89]\\d|[1-5]\\d\\d|600)px|([1-9]\\d?|100)%"))
			.with("vertical_align", VERTICAL_ALIGN)
			.with("horizontal_align", TEXT_ALIGN)
			.with("data_type", words("text", "lark_md", "markdown", "number", "options", "persons", "date"))
			.with("format",
					new CardObject("format").with("precision", integer(0, 10))
						.with("symbol", text(1))
						.with("separator", bool()))
			.with("date_format", text())
			.needs("name")
			.needs("data_type")))
		.with("rows", listOf(anyObject()))
		.needs("columns")
		.needs("rows");

	private static final CardObject CHART = component("chart").with("chart_spec", anyObject())
		.with("aspect_ratio", words("1:1", "2:1", "4:3", "16:9"))
		.with("color_theme", words("brand", "rainbow", "complementary", "converse", "primary"))
		.with("preview", bool())
		.with("height", pixels(1, 999, "auto"))
		.needs("chart_spec");

	private static final CardObject AUDIO = component("audio").with("file_key", text())
		.with("i18n_file_key", byLocale(text()))
		.with("i18n_file_key_key", byLocale(text()))
		.with("audio_id", text())
		.with("disabled", bool())
		.with("disabled_tips", TIPS)
		.with("show_progress_bar", bool())
		.with("show_time", bool())
		.with("time_display", words("default", "both"))
		.with("time_position", words("end", "start", "both_sides"))
		.with("border", BORDER)
		.with("style", words("normal", "flat", "speak"))
		.with("padding", PADDING)
		.with("background_style", colour())
		.with("fill_color", colour())
		.with("width", WIDTH)
		.with("fallback", FALLBACK)
		.needs("file_key");

	// ---- Interactive components ----

	private static final CardObject BUTTON = interactive("button")
		.with("type",
				words("default", "primary", "danger", "text", "primary_text", "danger_text", "primary_filled",
						"danger_filled", "laser"))
		.with("size", words("tiny", "small", "medium", "large"))
		.with("width", WIDTH)
		.with("text", SHORT_TEXT)
		.with("icon", ICON)
		.with("hover_tips", TIPS)
		.with("disabled", bool())
		.with("disabled_tips", TIPS)
		.with("behaviors", CALLBACKS_AND_LINKS)
		.with("form_action_type", words("submit", "reset"))
		.with("action_type", words("link", "request", "multi", "form_submit", "form_reset"))
		.with("url", linkOrEmpty())
		.with("multi_url", MULTI_URL)
		.with("value", CALLBACK_VALUE);

	private static final CardObject INPUT = field("input").with("width", WIDTH)
		.with("disabled_tips", TIPS)
		.with("placeholder", SHORT_TEXT)
		.with("default_value", text())
		.with("i18n_default_value", byLocale(text()))
		.with("max_length", integer(1, 1000))
		.with("input_type", words("text", "multiline_text", "password"))
		.with("show_icon", bool())
		.with("rows", integer(1))
		.with("auto_resize", bool())
		// any number: the client rounds it, and takes 1 for less
		.with("max_rows", number())
		.with("label", PLAIN_TEXT)
		.with("label_position", words("top", "left"))
		.with("fallback", FALLBACK);

	private static final CardObject OVERFLOW = interactive("overflow").with("width", WIDTH)
		.with("options", listOf(
				new CardObject("option").with("text", SHORT_TEXT).with("value", text()).with("multi_url", MULTI_URL)))
		.with("value", CALLBACK_VALUE)
		.needs("options");

	private static final CardValue OPTIONS = listOf(new CardObject("option").with("text", PLAIN_TEXT)
		.with("value", text())
		.with("icon", ICON)
		.needs("text")
		.needs("value"));

	private static final CardValue PERSONS = listOf(new CardObject("option").with("value", text()).needs("value"));

	private static final CardObject SELECT_STATIC = select("select_static", OPTIONS).with("initial_option", text())
		.with("initial_index", integer(0));

	private static final CardObject MULTI_SELECT_STATIC = select("multi_select_static", OPTIONS).with("selected_values",
			listOf(text()));

	private static final CardObject SELECT_PERSON = select("select_person", PERSONS).with("initial_option", text());

	private static final CardObject MULTI_SELECT_PERSON = select("multi_select_person", PERSONS).with("selected_values",
			listOf(text()));

	private static final String DATE = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";

	private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

	private static final CardObject DATE_PICKER = picker("date_picker").with("initial_date",
			matching("2026-01-05", DATE));

	private static final CardObject PICKER_TIME = picker("picker_time").with("initial_time", matching("09:30", TIME))
		.needs("placeholder", "initial_time");

	private static final CardObject PICKER_DATETIME = picker("picker_datetime")
		.with("initial_datetime", matching("2026-01-05 09:30", DATE + " " + TIME))
		.needs("placeholder", "initial_datetime");

	private static final CardObject SELECT_IMG = field("select_img").with("multi_select", bool())
		.with("layout", words("stretch", "bisect", "trisect"))
		.with("can_preview", bool())
		.with("aspect_ratio", words("16:9", "1:1", "4:3"))
		.with("disabled_tips", TIPS)
		.with("options",
				listOf(new CardObject("option").withAll(IMAGE_KEY)
					.with("value", text())
					.with("disabled", bool())
					.with("disabled_tips", TIPS)
					.with("hover_tips", TIPS)
					.needs("img_key", "i18n_img_key")))
		.needs("options");

	private static final CardObject CHECKER = interactive("checker").with("checked", bool())
		.with("text", STYLED_TEXT)
		.with("overall_checkable", bool())
		.with("button_area",
				new CardObject("button_area").with("pc_display_rule", words("always", "on_hover"))
					.with("buttons", listOf(BUTTON, 3)))
		.with("checked_style",
				new CardObject("checked_style").with("show_strikethrough", bool()).with("opacity", number(0, 1)))
		.with("padding", PADDING)
		.with("disabled", bool())
		.with("disabled_tips", TIPS)
		.with("hover_tips", TIPS);

	private static final Map<String, CardObject> COMPONENTS = Stream
		.of(COLUMN_SET, FORM, INTERACTIVE_CONTAINER, COLLAPSIBLE_PANEL, DIV, MARKDOWN, IMG, IMG_COMBINATION, PERSON,
				PERSON_LIST, HR, TABLE, CHART, AUDIO, BUTTON, INPUT, OVERFLOW, SELECT_STATIC, MULTI_SELECT_STATIC,
				SELECT_PERSON, MULTI_SELECT_PERSON, DATE_PICKER, PICKER_TIME, PICKER_DATETIME, SELECT_IMG, CHECKER)
		.collect(Collectors.toUnmodifiableMap(CardObject::name, Function.identity()));

	private static final Set<String> TAGS = new TreeSet<>(COMPONENTS.keySet());

	private static final Map<String, String> REPLACEMENTS = Map.of("note", "a div with text_size notation", "action",
			"the buttons themselves, in a column_set or a horizontal container");

	// ---- The card around them ----

	private static final CardValue TEXT_TAGS = listOf(
			element("text_tag").with("text", PLAIN_TEXT).with("color", TAG_COLOUR).needs("text"), 3);

	private static final CardObject HEADER = new CardObject("header").with("title", PLAIN_TEXT_OR_LARK_MD)
		.with("subtitle", PLAIN_TEXT_OR_LARK_MD)
		.with("text_tag_list", TEXT_TAGS)
		.with("i18n_text_tag_list", byLocale(TEXT_TAGS))
		.with("template", TEMPLATE)
		.with("icon", ICON)
		.with("padding", box(0, 99))
		.needs("title", "subtitle");

	private static final CardObject CONFIG = new CardObject("config").with("streaming_mode", bool())
		.with("streaming_config",
				new CardObject("streaming_config").with("print_frequency_ms", byPlatform(integer(1)))
					.with("print_step", byPlatform(integer(1)))
					.with("print_strategy", words("fast", "delay")))
		.with("summary", new CardObject("summary").with("content", text()).with("i18n_content", byLocale(text())))
		.with("locales", listOf(words(CardValue.LOCALES.toArray(String[]::new))))
		.with("enable_forward", bool())
		.with("update_multi", bool())
		.with("width_mode", words("default", "compact", "fill"))
		.with("use_custom_translation", bool())
		.with("enable_forward_interaction", bool())
		.with("style", new CardObject("style")
			.with("text_size",
					mapOf(new CardObject("text_size").with("default", TEXT_SIZE)
						.with("pc", TEXT_SIZE)
						.with("mobile", TEXT_SIZE)))
			.with("color", mapOf(new CardObject("color").with("light_mode", rgba()).with("dark_mode", rgba()))));

	/**
	 * The cell of a table with {@code data_type} options.
	 */
	static final CardValue TABLE_OPTIONS = listOf(
			new CardObject("option").with("text", text()).with("color", TAG_COLOUR).needs("text"))
		.orText(text());

	/**
	 * A whole card.
	 */
	static final CardObject CARD = new CardObject("a JSON 2.0 card").with("schema", words("2.0"))
		.with("config", CONFIG)
		.with("card_link", platformLinks("card_link").with("url", linkOrEmpty()))
		.with("header", HEADER)
		.with("i18n_header", byLocale(HEADER))
		.with("body", new CardObject("body").withAll(LAYOUT).with("padding", box(0, 99)));

	private CardComponents() {
	}

	static boolean isContainer(String tag) {
		CardObject component = COMPONENTS.get(tag);
		return component != null && component.isContainer();
	}

	private static void checkComponent(JsonNode value, CardPlace place) {
		String tag = value.path("tag").asString("");
		CardObject component = COMPONENTS.get(tag);
		if (component != null) {
			component.check(value, place);
		}
		else if (REPLACEMENTS.containsKey(tag)) {
			place.property("tag")
				.refuse(CardError.UNSUPPORTED_TAG,
						"'" + tag + "' is gone since JSON 2.0; use " + REPLACEMENTS.get(tag));
		}
		else if (value.path("tag").isString()) {
			place.property("tag").refuse(CardError.UNSUPPORTED_TAG, "must be one of " + TAGS);
		}
		else {
			place.refuse("must be a component with a tag");
		}
	}

	private static CardObject textElement(String tag, CardValue content) {
		return element(tag).with("content", content)
			.with("i18n_content", byLocale(content))
			.needs("content", "i18n_content");
	}

	private static CardObject styledText(String tag) {
		return textElement(tag, text()).with("text_size", TEXT_SIZE)
			.with("text_color", colour())
			.with("text_align", TEXT_ALIGN)
			.with("lines", integer(1));
	}

	private static CardObject icon() {
		return new CardObject("icon").with("tag", words("standard_icon", "custom_icon"))
			.with("token", text())
			.with("color", colour())
			.with("img_key", text())
			.with("i18n_img_key", byLocale(text()));
	}

	private static CardObject platformLinks(String name) {
		return new CardObject(name).with("pc_url", platformLink())
			.with("ios_url", platformLink())
			.with("android_url", platformLink());
	}

	private static CardObject byPlatform(CardValue value) {
		return new CardObject("a map of platforms").with("default", value)
			.with("android", value)
			.with("ios", value)
			.with("pc", value);
	}

	private static CardValue rgba() {
		return matching("rgba(5,157,178,0.52)",
				"rgba\\(\\s*\\d{1,3}\\s*(,\\s*\\d{1,3}\\s*){2},\\s*(0|1|0?\\.\\d+|1\\.0+)\\s*\\)");
	}

	/**
	 * What calls back; in a form it needs a name.
	 */
	private static CardObject interactive(String tag) {
		return component(tag).with("name", text()).with("confirm", CONFIRM).with("behaviors", CALLBACKS);
	}

	/**
	 * What asks for a value. Its own {@code value} is a historical property.
	 */
	private static CardObject field(String tag) {
		return interactive(tag).with("required", bool()).with("disabled", bool()).with("value", CALLBACK_VALUE);
	}

	private static CardObject select(String tag, CardValue options) {
		return field(tag).with("width", WIDTH)
			.with("type", words("default", "text"))
			.with("placeholder", PLAIN_TEXT)
			.with("options", options);
	}

	private static CardObject picker(String tag) {
		return field(tag).with("width", WIDTH).with("placeholder", PLAIN_TEXT);
	}

}
