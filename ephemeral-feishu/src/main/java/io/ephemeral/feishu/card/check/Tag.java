package io.ephemeral.feishu.card.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tags that the rules distinguish.
 */
enum Tag {

	COLLAPSIBLE_PANEL(Role.CONTAINER), COLUMN_SET(Role.CONTAINER), FORM(Role.CONTAINER),
	INTERACTIVE_CONTAINER(Role.CONTAINER),

	BUTTON(Role.INTERACTIVE), CHECKER(Role.INTERACTIVE), DATE_PICKER(Role.INTERACTIVE), INPUT(Role.INTERACTIVE),
	MULTI_SELECT_PERSON(Role.INTERACTIVE), MULTI_SELECT_STATIC(Role.INTERACTIVE), PICKER_DATETIME(Role.INTERACTIVE),
	PICKER_TIME(Role.INTERACTIVE), SELECT_IMG(Role.INTERACTIVE), SELECT_PERSON(Role.INTERACTIVE),
	SELECT_STATIC(Role.INTERACTIVE),

	LARK_MD(Role.TEXT), MARKDOWN(Role.TEXT), PLAIN_TEXT(Role.TEXT),

	COLUMN(Role.PART), CUSTOM_ICON(Role.PART), FALLBACK_TEXT(Role.PART), STANDARD_ICON(Role.PART), TEXT_TAG(Role.PART),

	AUDIO(Role.OTHER), CHART(Role.OTHER), DIV(Role.OTHER), IMG(Role.OTHER), IMG_COMBINATION(Role.OTHER),
	OVERFLOW(Role.OTHER), TABLE(Role.OTHER),

	/** Any other tag, and the card as a whole. */
	UNKNOWN(Role.OTHER);

	private static final Map<String, Tag> TAGS = Arrays.stream(values())
		.collect(Collectors.toMap((tag) -> tag.name().toLowerCase(Locale.ROOT), Function.identity()));

	private final Role role;

	Tag(Role role) {
		this.role = role;
	}

	static Tag of(String name) {
		return TAGS.getOrDefault(name, UNKNOWN);
	}

	Role role() {
		return this.role;
	}

}
