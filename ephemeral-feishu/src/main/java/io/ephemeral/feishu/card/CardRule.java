package io.ephemeral.feishu.card;

import java.util.OptionalInt;

import io.ephemeral.feishu.card.CardViolation.Severity;

/**
 * The rules that {@code CardValidator} knows. What the documents say the platform
 * refuses, or shows to nobody, is an error; what they say it ignores or leaves open is a
 * warning.
 */
public enum CardRule {

	/** A card within another object, or a string where an object belongs. */
	WRAPPED(Severity.ERROR, "Send the card itself, as a JSON object."),

	/**
	 * A reference to a template needs {@code data.template_id}; one to a card entity is
	 * not documented for ephemeral cards.
	 */
	TEMPLATE(Severity.ERROR, "Set type to template, and data.template_id to the id of a published template."),

	/** The structure is told by {@code schema}, which is {@code "2.0"} or absent. */
	SCHEMA(Severity.ERROR, "Set \"schema\": \"2.0\" beside body; without it the card is read as JSON 1.0."),

	/** At most 30 KB of JSON in UTF-8. */
	SIZE(Severity.ERROR, 200860, "Shorten texts, drop rows or options, or send several cards."),

	/** At most 200 components and texts. */
	ELEMENTS(Severity.ERROR, 300305, "Drop elements, join texts in one markdown, or send several cards."),

	/** Containers at most five levels deep. */
	NESTING(Severity.ERROR, "Take a container away."),

	/** At most five tables. */
	TABLES(Severity.ERROR, "Join tables, or send several cards."),

	/** At most five charts are recommended. */
	CHARTS(Severity.WARNING, "Drop charts, or send several cards."),

	/** {@code element_id} is unique in the card. */
	ELEMENT_ID_UNIQUE(Severity.ERROR, 300301, "Rename one of them."),

	/** What is interactive in a form has a name. */
	NAME_REQUIRED(Severity.ERROR, 200530, "Set a name that is unique in the card."),

	/** Names are unique in the whole card. */
	NAME_UNIQUE(Severity.ERROR, 200530, "Rename one of them."),

	/** A form has a button that submits. */
	SUBMIT_BUTTON(Severity.ERROR, "Add a button with form_action_type submit to the form."),

	/** A form or table stands in the body, a multiple choice in a form. */
	PLACEMENT(Severity.ERROR,
			"Put form and table directly into body.elements, and multi_select_static, multi_select_person and select_img with multi_select into a form."),

	/** Values of options are unique in their component. */
	OPTION_UNIQUE(Severity.ERROR, "Change one of the values."),

	/** A property that the component cannot do without. */
	REQUIRED_PROPERTY(Severity.ERROR, "Add the property."),

	/** A property that the documents require and official samples leave out. */
	RECOMMENDED_PROPERTY(Severity.WARNING, "Add the property."),

	/** A value of the wrong type, or out of its range. */
	INVALID_VALUE(Severity.ERROR, "Change the value, or leave the property out."),

	/** A null, where a property would be left out. */
	NULL_VALUE(Severity.WARNING, "Leave the property out."),

	/** A property that JSON 2.0 refuses. */
	UNKNOWN_PROPERTY(Severity.ERROR,
			"Remove the property or mend its name; if the platform has it by now, set feishu.card.validation=warn."),

	/** A property that its object has in other places only. */
	MISPLACED_PROPERTY(Severity.WARNING, "Leave the property out, or show the text by a div."),

	/** A component that JSON 2.0 does not have. */
	UNKNOWN_ELEMENT(Severity.ERROR, "Mend the tag; if the platform has it by now, set feishu.card.validation=warn."),

	/** {@code note} and {@code action}, which JSON 2.0 does not have any more. */
	REMOVED_ELEMENT(Severity.ERROR, 200861, "Use a div with text_size notation for note, and a column_set for action."),

	/** A row of a table has values for its columns only. */
	TABLE_COLUMN(Severity.ERROR, 200915, "Add a column of that name, or drop the value."),

	/** More images than the combination has places, or fewer. */
	IMAGE_COUNT(Severity.WARNING, "Give double 2, triple 3, bisect at most 6 and trisect at most 9 images."),

	/** Sounds cannot be shown to one member. */
	AUDIO(Severity.ERROR, "Send the sound as a message of its own, or in a public card."),

	/** A card with a sound must not be forwarded. */
	AUDIO_FORWARD(Severity.ERROR, "Set config.enable_forward to false."),

	/** JSON 2.0 knows shared cards only. */
	UPDATE_MULTI(Severity.ERROR, 300302, "Set config.update_multi to true, or leave it out."),

	/** A colour or size that is neither the platform's nor the card's. */
	UNDEFINED_STYLE(Severity.WARNING, "Use a name of the platform, or define it under config.style."),

	/** A mention in an ephemeral card notifies nobody. */
	MENTION(Severity.WARNING, "Do not count on a notification; write a message of its own to notify."),

	/** A mention of everybody fails where the group does not permit it. */
	MENTION_ALL(Severity.WARNING, "Allow it in the settings of the group, or leave it out."),

	/** A bare link directly before Chinese text can make the sending fail. */
	BARE_LINK(Severity.WARNING, "Put a space behind the link, or write [text](link)."),

	/** {@code required} counts in a form only. */
	REQUIRED_OUTSIDE_FORM(Severity.WARNING, "Put the component into a form, or leave required out.");

	private final Severity severity;

	private final int code;

	private final String remedy;

	CardRule(Severity severity, String remedy) {
		this(severity, 0, remedy);
	}

	CardRule(Severity severity, int code, String remedy) {
		this.severity = severity;
		this.code = code;
		this.remedy = remedy;
	}

	/**
	 * How bad it is to break the rule.
	 * @return error or warning
	 */
	public Severity severity() {
		return this.severity;
	}

	/**
	 * The platform's own code, where the documents name one; for ephemeral cards it may
	 * be a general one.
	 * @return the code; empty if it is not known
	 */
	public OptionalInt code() {
		return (this.code != 0) ? OptionalInt.of(this.code) : OptionalInt.empty();
	}

	/**
	 * What to do.
	 * @return a sentence
	 */
	public String remedy() {
		return this.remedy;
	}

}
