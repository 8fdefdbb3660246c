package io.ephemeral.feishu.card.rule;

import java.util.Optional;
import java.util.OptionalInt;

import io.ephemeral.feishu.card.rule.CardViolation.Severity;

/**
 * Rules that {@code CardValidator} checks, each with its evidence. A violation is an
 * error if the platform is known to refuse such a card, or if the card certainly does
 * nothing when it is used. Every other violation is a warning, because the documents are
 * not complete.
 */
public enum CardRule {

	/**
	 * The JSON is the card itself, not an object around it, and the card is not a string.
	 */
	WRAPPED(Severity.ERROR, Evidence.REPORTED, 200621,
			"parse card json err, please check whether the card json is correct",
			"Send the card itself, as a JSON object."),

	/**
	 * A reference to a template has {@code data.template_id}, and a reference to a card
	 * entity has {@code data.card_id}. Card entities are not documented for ephemeral
	 * cards.
	 */
	TEMPLATE(Severity.ERROR, Evidence.DOCUMENTED, 200380, "the template does not exist",
			"Set type to template, and data.template_id to the id of a published template; in a public card you can also set "
					+ "type to card, and data.card_id to the id of a card entity.",
			"Without an id there is nothing to show, and a card entity is visible to everybody."),

	/** The {@code schema}, which names the structure, is {@code "2.0"} or absent. */
	SCHEMA(Severity.ERROR, Evidence.INERT, 0, "success, and a blank card",
			"Set \"schema\": \"2.0\" beside body; without it the card is read as JSON 1.0."),

	/** A card has at most 30 KB of JSON in UTF-8. */
	SIZE(Severity.ERROR, Evidence.REPORTED, 200860, "the card is too large",
			"Shorten texts, drop rows or options, or send several cards."),

	/** A card has at most 200 components and texts. */
	ELEMENTS(Severity.ERROR, Evidence.REPORTED, 11310, "element exceeds the limit",
			"Drop elements, join texts in one markdown, or send several cards."),

	/** Containers are nested at most five levels deep. */
	NESTING(Severity.WARNING, Evidence.DOCUMENTED, "Reduce the nesting to at most five levels."),

	/** A card has at most five tables, including the tables in Markdown. */
	TABLES(Severity.ERROR, Evidence.REPORTED, 11310, "card table number over limit",
			"Join tables, or send several cards."),

	/**
	 * A card has fewer than four tables, because the platform refused some cards with
	 * four or more.
	 */
	MANY_TABLES(Severity.WARNING, Evidence.REPORTED, 0, "11310 for some cards: card table number over limit",
			"Join tables, or send several cards."),

	/** A card has at most five charts, as recommended. */
	CHARTS(Severity.WARNING, Evidence.DOCUMENTED, "Drop charts, or send several cards."),

	/** Each {@code element_id} is unique in the card. */
	ELEMENT_ID_UNIQUE(Severity.ERROR, Evidence.REPORTED, 300301, "the element id is a duplicate",
			"Rename one of them."),

	/** Each {@code element_id} is a short name. */
	ELEMENT_ID_FORMAT(Severity.ERROR, Evidence.REPORTED, 300301, "elementID format error", "Change the id."),

	/** A form and its interactive components have names. */
	NAME_REQUIRED(Severity.ERROR, Evidence.REPORTED, 11310, "name is required",
			"Set a name that is unique in the card."),

	/** Names are unique in the whole card. */
	NAME_UNIQUE(Severity.ERROR, Evidence.REPORTED, 11310, "name(…) duplicate", "Rename one of them."),

	/** A form has a button that submits. */
	SUBMIT_BUTTON(Severity.ERROR, Evidence.REPORTED, 300123, "there is no submit button in the form container",
			"Add a button with form_action_type submit to the form."),

	/**
	 * A form or table is directly in the body, a chart is outside forms, and the text of
	 * a checker is a text rather than a component.
	 */
	PLACEMENT(Severity.ERROR, Evidence.REPORTED, 200621, "type of element is not supported tag: NAME",
			"Put a form or a table directly into body.elements, a chart outside of forms, and plain_text or lark_md into "
					+ "a checker."),

	/** A component with multiple selection is in a form. */
	CHOICE_OUTSIDE_FORM(Severity.WARNING, Evidence.DOCUMENTED,
			"Put the component into a form, or give it a callback and test the card; the documents disagree about whether this works."),

	/** The values of options are unique in their component. */
	OPTION_UNIQUE(Severity.WARNING, Evidence.DOCUMENTED, "Change one of the values."),

	/** An option has a text or a value. */
	OPTION_EMPTY(Severity.ERROR, Evidence.REPORTED, 200621,
			"parse card json err, please check whether the card json is correct",
			"Set text and value, or remove the option."),

	/** An option has a text and a value. */
	OPTION_INCOMPLETE(Severity.WARNING, Evidence.DOCUMENTED, "Set both text and value."),

	/** A card has every property whose absence has its own error code on the platform. */
	REQUIRED_PROPERTY(Severity.ERROR, Evidence.DOCUMENTED, 0,
			"200570 for img_key, 200550 for chart_spec, 200914 for columns", "Add the property.",
			"The platform has a separate error code for each of the three."),

	/**
	 * A card has every property that the documents require, even if working cards omit
	 * it.
	 */
	RECOMMENDED_PROPERTY(Severity.WARNING, Evidence.DOCUMENTED, "Add the property."),

	/** A value is an object, an array or a scalar as its property requires. */
	WRONG_STRUCTURE(Severity.ERROR, Evidence.REPORTED, 200621,
			"parse card json err, please check whether the card json is correct",
			"Change the value, or remove the property."),

	/** A value has the right type and is in its range. */
	INVALID_VALUE(Severity.WARNING, Evidence.DOCUMENTED, "Change the value, or remove the property."),

	/** A property without a value is omitted rather than null. */
	NULL_VALUE(Severity.WARNING, Evidence.DOCUMENTED, "Remove the property."),

	/** Every property is listed in a document. */
	UNKNOWN_PROPERTY(Severity.WARNING, Evidence.DOCUMENTED, "Remove the property, or correct its name."),

	/** A card has no property that JSON 2.0 is known to refuse. */
	REFUSED_PROPERTY(Severity.ERROR, Evidence.MEASURED, 200621, "unknown property: NAME, path: [..]",
			"Remove the property."),

	/**
	 * The value for a click is in a callback behavior, because JSON 2.0 ignores it
	 * elsewhere.
	 */
	IGNORED_VALUE(Severity.WARNING, Evidence.MEASURED, 0, "success, and a click that reaches no handler",
			"Use a behavior of the type callback with this value."),

	/** An object has a property only in the places that support it. */
	MISPLACED_PROPERTY(Severity.WARNING, Evidence.DOCUMENTED, "Remove the property, or show the text in a div."),

	/** Every component exists in JSON 2.0. */
	UNKNOWN_ELEMENT(Severity.ERROR, Evidence.REPORTED, 200861, "unsupported tag NAME",
			"Correct the tag; if the platform already supports this component, set feishu.card.validation=warn."),

	/** A card has no {@code note} or {@code action}, which JSON 2.0 removed. */
	REMOVED_ELEMENT(Severity.ERROR, Evidence.REPORTED, 200861,
			"cards of schema V2 no longer support this capability; unsupported tag NAME",
			"Use a div with text_size notation for note, and a column_set for action."),

	/** A row of a table has values only for its columns. */
	TABLE_COLUMN(Severity.ERROR, Evidence.DOCUMENTED, 200915, "the row has a name without a column",
			"Add a column of that name, or drop the value.", "The platform has a separate error code for it."),

	/** The value of a cell fits the {@code data_type} of its column. */
	TABLE_CELL(Severity.ERROR, Evidence.DOCUMENTED, 200914, "the rows of the table are invalid",
			"Change the value, or the data_type of the column.", "The platform has a separate error code for it."),

	/** The number of images fits the mode of the combination. */
	IMAGE_COUNT(Severity.WARNING, Evidence.DOCUMENTED,
			"Use 2 images for double, 3 for triple, at most 6 for bisect, and at most 9 for trisect."),

	/** An ephemeral card contains no audio. */
	AUDIO(Severity.ERROR, Evidence.DOCUMENTED, 0, "an error without a documented code",
			"Send the audio as a separate message, or in a public card.",
			"The page about ephemeral cards excludes the component."),

	/** A card with audio does not allow forwarding. */
	AUDIO_FORWARD(Severity.ERROR, Evidence.DOCUMENTED, 300220, "forwarding is not disabled",
			"Set config.enable_forward to false.", "The platform has a separate error code for it."),

	/** Each {@code audio_id} is unique in the card. */
	AUDIO_ID_UNIQUE(Severity.ERROR, Evidence.DOCUMENTED, 300230, "the audio_id is a duplicate", "Rename one of them.",
			"The platform has a separate error code for it."),

	/** A JSON 2.0 card is a shared card. */
	UPDATE_MULTI(Severity.ERROR, Evidence.DOCUMENTED, 300302, "update_multi is false",
			"Set config.update_multi to true, or remove it.", "The platform has a separate error code for it."),

	/** The platform or the card defines every color and size. */
	UNDEFINED_STYLE(Severity.WARNING, Evidence.DOCUMENTED,
			"Use a name of the platform, or define it under config.style."),

	/** An ephemeral card has no mention, because it would not notify the person. */
	MENTION(Severity.WARNING, Evidence.DOCUMENTED, "Send a separate message if the person must get a notification."),

	/**
	 * A card does not mention all members, because this fails if the group does not
	 * permit it.
	 */
	MENTION_ALL(Severity.WARNING, Evidence.DOCUMENTED,
			"Allow mentions of everybody in the settings of the group, or remove the mention."),

	/** A bare link is not directly before Chinese text, because the send can fail. */
	BARE_LINK(Severity.WARNING, Evidence.DOCUMENTED, "Put a space after the link, or write [text](link)."),

	/** A component is {@code required} only in a form. */
	REQUIRED_OUTSIDE_FORM(Severity.WARNING, Evidence.DOCUMENTED, "Put the component into a form, or remove required.");

	private final Severity severity;

	private final Evidence evidence;

	private final int code;

	private final String answer;

	private final String remedy;

	private final String reason;

	CardRule(Severity severity, Evidence evidence, String remedy) {
		this(severity, evidence, 0, "", remedy);
	}

	CardRule(Severity severity, Evidence evidence, int code, String answer, String remedy) {
		this(severity, evidence, code, answer, remedy, "");
	}

	CardRule(Severity severity, Evidence evidence, int code, String answer, String remedy, String reason) {
		this.severity = severity;
		this.evidence = evidence;
		this.code = code;
		this.answer = answer;
		this.remedy = remedy;
		this.reason = reason;
	}

	/**
	 * Returns the severity of a violation.
	 * @return error or warning
	 */
	public Severity severity() {
		return this.severity;
	}

	/**
	 * Returns the evidence for the effect of a violation.
	 * @return the strongest evidence that is known
	 */
	public Evidence evidence() {
		return this.evidence;
	}

	/**
	 * Returns the reason why a violation is an error although only a document states the
	 * rule.
	 * @return a sentence; empty for warnings, and for errors with better evidence
	 */
	public Optional<String> reason() {
		return Optional.of(this.reason).filter((reason) -> !reason.isEmpty());
	}

	/**
	 * Returns the platform's error code for a violation. For ephemeral cards, the message
	 * of a general error may contain it.
	 * @return the code; empty if it is not known
	 */
	public OptionalInt code() {
		return (this.code != 0) ? OptionalInt.of(this.code) : OptionalInt.empty();
	}

	/**
	 * Returns the platform's response to a card that breaks the rule, without the code.
	 * @return a few words, in part the platform's own; empty if nothing is known
	 */
	public Optional<String> answer() {
		return Optional.of(this.answer).filter((answer) -> !answer.isEmpty());
	}

	/**
	 * Returns the recommended correction.
	 * @return a sentence
	 */
	public String remedy() {
		return this.remedy;
	}

	/**
	 * Evidence for the effect of a violation.
	 */
	public enum Evidence {

		/** Description of the result after such a card was sent. */
		MEASURED,

		/** Bug reports about such cards. */
		REPORTED,

		/** Document that states the rule, and nothing else. */
		DOCUMENTED,

		/** Fact that the card cannot do anything when it is used. */
		INERT

	}

}
