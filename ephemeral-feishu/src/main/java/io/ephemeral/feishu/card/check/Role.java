package io.ephemeral.feishu.card.check;

/**
 * Kinds of objects that the rules distinguish.
 */
enum Role {

	CONTAINER,

	/** Component that needs a name in a form. */
	INTERACTIVE,

	TEXT,

	/** Part of a component; the documents do not state that it counts as an element. */
	PART,

	OTHER;

	static Role of(String tag) {
		return switch (tag) {
			case "column_set", "form", "interactive_container", "collapsible_panel" -> CONTAINER;
			case "button", "input", "select_static", "multi_select_static", "select_person", "multi_select_person",
					"date_picker", "picker_time", "picker_datetime", "select_img", "checker" ->
				INTERACTIVE;
			case "plain_text", "lark_md", "markdown" -> TEXT;
			case "column", "standard_icon", "custom_icon", "text_tag", "fallback_text" -> PART;
			default -> OTHER;
		};
	}

}
