package io.ephemeral.feishu.simulator.card;

import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import static io.ephemeral.feishu.simulator.card.CardValue.anyObject;
import static io.ephemeral.feishu.simulator.card.CardValue.listOf;
import static io.ephemeral.feishu.simulator.card.CardValue.mapOf;
import static io.ephemeral.feishu.simulator.card.CardValue.scalar;
import static io.ephemeral.feishu.simulator.card.CardValue.scalarOr;

/**
 * Structure of JSON 2.0 and its components, property by property, from the documents and
 * the cards of the card builder (2026-06).
 * <p>
 * The structure states whether a value is an object, a list or a scalar. It does not
 * state the allowed words, numbers and lengths, nor the required properties.
 */
final class CardComponents {

	// ---- Values that several components share ----

	private static final CardValue BY_LANGUAGE = mapOf(scalar());

	private static final CardValue TEXT = new CardObject()
		.scalars("element_id", "content", "text_size", "text_color", "text_align", "lines")
		.with("i18n_content", BY_LANGUAGE);

	private static final CardValue CONFIRM = new CardObject().with("title", TEXT).with("text", TEXT);

	/** Word or object for clients that do not know the component. */
	private static final CardValue FALLBACK = scalarOr(anyObject());

	private static final CardValue ICON = new CardObject().scalars("tag", "token", "color", "img_key", "size");

	private static final CardValue UD_ICON = new CardObject().scalars("tag", "token")
		.with("style", new CardObject().scalars("color"));

	/** Value of a callback: an object, but the platform also accepts strings. */
	private static final CardValue CALLBACK_VALUE = scalarOr(anyObject());

	private static final CardValue BEHAVIORS = listOf(
			links().scalars("default_url", "behavior").with("value", CALLBACK_VALUE));

	private static final CardValue MULTI_URL = links().scalars("url");

	private static final CardValue JUMP = new CardObject().with("multi_url", MULTI_URL);

	private static final CardValue BORDER = new CardObject().scalars("color", "corner_radius");

	private static final CardValue ELEMENTS = listOf(CardComponents::checkComponent);

	private static final CardObject LAYOUT = new CardObject()
		.scalars("direction", "horizontal_spacing", "horizontal_align", "vertical_spacing", "vertical_align", "padding")
		.with("elements", ELEMENTS);

	private static final CardObject IMAGE_KEY = new CardObject().scalars("img_key").with("i18n_img_key", BY_LANGUAGE);

	private static final Map<String, CardObject> COMPONENTS = new HashMap<>();

	static {
		addContainers();
		addDisplayComponents();
		addInteractiveComponents();
	}

	private static final Map<String, String> REPLACEMENTS = Map.of("note", "a div with text_size notation", "action",
			"the buttons themselves, in a column_set or a horizontal container");

	// ---- The card around them ----

	private static final CardValue TEXT_TAGS = listOf(
			new CardObject().scalars("element_id", "color").with("text", TEXT));

	private static final CardObject HEADER = new CardObject().scalars("template", "padding")
		.with("title", TEXT)
		.with("subtitle", TEXT)
		.with("text_tag_list", TEXT_TAGS)
		.with("i18n_text_tag_list", mapOf(TEXT_TAGS))
		.with("icon", ICON);

	private static final CardObject CONFIG = new CardObject()
		.scalars("streaming_mode", "enable_forward", "update_multi", "width_mode", "use_custom_translation",
				"enable_forward_interaction")
		.with("streaming_config", new CardObject().scalars("print_strategy"))
		.with("summary", new CardObject().scalars("content").with("i18n_content", BY_LANGUAGE))
		.with("locales", listOf(scalar()))
		.with("style",
				new CardObject().with("text_size", mapOf(mapOf(scalar()))).with("color", mapOf(mapOf(scalar()))));

	/**
	 * Creates a whole card. The platform refuses elements of JSON 1.0 beside a body.
	 */
	static final CardObject CARD = new CardObject().scalars("schema")
		.with("config", CONFIG)
		.with("card_link", links().scalars("url"))
		.with("header", HEADER)
		.with("i18n_header", mapOf(HEADER))
		.with("body", new CardObject().withAll(LAYOUT))
		.without("elements", "i18n_elements");

	private CardComponents() {
	}

	private static void addContainers() {
		CardObject column = new CardObject().withAll(LAYOUT)
			.scalars("element_id", "margin", "width", "weight", "background_style")
			.with("action", JUMP)
			.without("corner_radius");
		add("column_set").scalars("horizontal_spacing", "horizontal_align", "flex_mode", "background_style")
			.with("action", JUMP)
			.with("columns", listOf(column));
		add("form").withAll(LAYOUT).scalars("name").with("fallback", FALLBACK);
		add("interactive_container").withAll(LAYOUT)
			.scalars("width", "height", "background_style", "has_border", "border_color", "corner_radius", "disabled")
			.with("behaviors", BEHAVIORS)
			.with("hover_tips", TEXT)
			.with("disabled_tips", TEXT)
			.with("confirm", CONFIRM);
		add("collapsible_panel").withAll(LAYOUT)
			.scalars("expanded", "background_color")
			.with("header",
					new CardObject()
						.scalars("background_color", "width", "vertical_align", "position", "padding", "icon_position",
								"icon_expanded_angle")
						.with("title", TEXT)
						.with("icon", ICON))
			.with("border", BORDER);
	}

	private static void addDisplayComponents() {
		add("div").scalars("width")
			.with("text", TEXT)
			.with("icon", ICON)
			.with("fields", listOf(new CardObject().scalars("is_short").with("text", TEXT)));
		add("markdown").scalars("content", "text_align", "text_size")
			.with("i18n_content", BY_LANGUAGE)
			.with("icon", ICON);
		add("img").withAll(IMAGE_KEY)
			.scalars("corner_radius", "scale_type", "size", "transparent", "preview", "mode", "custom_width",
					"compact_width")
			.with("alt", TEXT)
			.with("title", TEXT);
		add("img_combination")
			.scalars("combination_mode", "combination_transparent", "corner_radius", "img_list_length")
			.with("img_list", listOf(new CardObject().withAll(IMAGE_KEY).scalars("transparent")));
		add("person").scalars("user_id", "size", "show_avatar", "show_name", "style");
		add("person_list").scalars("drop_invalid_user_id", "lines", "show_name", "show_avatar", "size")
			.with("persons", listOf(new CardObject().scalars("id")))
			.with("icon", ICON)
			.with("ud_icon", UD_ICON);
		add("hr");
		add("table").scalars("page_size", "row_height", "row_max_height", "freeze_first_column")
			.with("header_style",
					new CardObject().scalars("text_align", "text_size", "background_style", "text_color", "bold",
							"lines"))
			.with("columns",
					listOf(new CardObject()
						.scalars("name", "display_name", "width", "vertical_align", "horizontal_align", "data_type",
								"date_format")
						.with("format", new CardObject().scalars("precision", "symbol", "separator"))))
			.with("rows", listOf(anyObject()));
		add("chart").scalars("aspect_ratio", "color_theme", "preview", "height").with("chart_spec", anyObject());
		add("audio")
			.scalars("file_key", "audio_id", "disabled", "show_progress_bar", "show_time", "time_display",
					"time_position", "style", "padding", "background_style", "fill_color", "width")
			.with("i18n_file_key", BY_LANGUAGE)
			.with("i18n_file_key_key", BY_LANGUAGE)
			.with("disabled_tips", TEXT)
			.with("border", BORDER)
			.with("fallback", FALLBACK);
	}

	private static void addInteractiveComponents() {
		CardObject button = addInteractive("button")
			.scalars("type", "size", "width", "disabled", "form_action_type", "action_type", "url")
			.with("text", TEXT)
			.with("icon", ICON)
			.with("hover_tips", TEXT)
			.with("disabled_tips", TEXT)
			.with("multi_url", MULTI_URL);
		addField("input")
			.scalars("default_value", "max_length", "input_type", "show_icon", "rows", "auto_resize", "max_rows",
					"label_position")
			.with("disabled_tips", TEXT)
			.with("i18n_default_value", BY_LANGUAGE)
			.with("label", TEXT)
			.with("fallback", FALLBACK);
		addInteractive("overflow").scalars("width")
			.with("options", listOf(new CardObject().scalars("value").with("text", TEXT).with("multi_url", MULTI_URL)));
		CardValue options = listOf(new CardObject().scalars("value").with("text", TEXT).with("icon", ICON));
		CardValue persons = listOf(new CardObject().scalars("value"));
		addField("select_static").scalars("type", "initial_option", "initial_index").with("options", options);
		addField("multi_select_static").scalars("type")
			.with("selected_values", listOf(scalar()))
			.with("options", options);
		addField("select_person").scalars("type", "initial_option").with("options", persons);
		addField("multi_select_person").scalars("type")
			.with("selected_values", listOf(scalar()))
			.with("options", persons);
		addField("date_picker").scalars("initial_date");
		addField("picker_time").scalars("initial_time");
		addField("picker_datetime").scalars("initial_datetime");
		addField("select_img").scalars("multi_select", "layout", "can_preview", "aspect_ratio")
			.with("disabled_tips", TEXT)
			.with("options",
					listOf(new CardObject().withAll(IMAGE_KEY)
						.scalars("value", "disabled")
						.with("disabled_tips", TEXT)
						.with("hover_tips", TEXT)));
		addInteractive("checker").scalars("checked", "overall_checkable", "padding", "disabled")
			.with("text", CardComponents::checkTextOfChecker)
			.with("button_area", new CardObject().scalars("pc_display_rule").with("buttons", listOf(button)))
			.with("checked_style", new CardObject().scalars("show_strikethrough", "opacity"))
			.with("disabled_tips", TEXT)
			.with("hover_tips", TEXT)
			.without("icon");
	}

	private static CardObject add(String tag) {
		CardObject component = new CardObject().scalars("element_id", "margin");
		COMPONENTS.put(tag, component);
		return component;
	}

	/**
	 * Adds the properties of components that call back.
	 */
	private static CardObject addInteractive(String tag) {
		return add(tag).scalars("name").with("confirm", CONFIRM).with("behaviors", BEHAVIORS);
	}

	/**
	 * Adds the properties of components that ask for a value.
	 */
	private static CardObject addField(String tag) {
		return addInteractive(tag).scalars("required", "disabled", "width").with("placeholder", TEXT);
	}

	private static CardObject links() {
		return new CardObject().scalars("pc_url", "ios_url", "android_url");
	}

	private static void checkTextOfChecker(JsonNode value, CardPlace place) {
		if (value.path("tag").stringValue("").equals("markdown")) {
			place.refuse(CardError.PLACEMENT, "markdown", "must be a plain_text or a lark_md");
		}
		TEXT.check(value, place);
	}

	private static void checkComponent(JsonNode value, CardPlace place) {
		String tag = value.path("tag").stringValue("");
		CardObject component = COMPONENTS.get(tag);
		if (component != null) {
			component.check(value, place);
		}
		else if (!value.isObject()) {
			place.refuse(CardError.WRONG_STRUCTURE, "must be an object with a tag");
		}
		else if (REPLACEMENTS.containsKey(tag)) {
			place.refuse(CardError.REMOVED_ELEMENT, tag,
					tag + " was removed in JSON 2.0; use " + REPLACEMENTS.get(tag));
		}
		else {
			place.refuse(CardError.UNKNOWN_ELEMENT, tag, "must have a tag that JSON 2.0 defines");
		}
	}

}
