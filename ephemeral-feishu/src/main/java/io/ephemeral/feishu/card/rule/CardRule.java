package io.ephemeral.feishu.card.rule;

import java.util.Optional;
import java.util.OptionalInt;

import io.ephemeral.feishu.card.rule.CardViolation.Severity;

/**
 * The rules that {@code CardValidator} knows, each with its evidence. A card that the
 * platform is known to refuse, or that surely does nothing when it is used, breaks a rule
 * that is an error. Everything else is a warning, because the documents are not complete.
 */
public enum CardRule {

	/** A card within another object, or a string where an object belongs. */
	WRAPPED(Severity.ERROR, Evidence.REPORTED, 200621,
			"parse card json err, please check whether the card json is correct",
			"Send the card itself, as a JSON object."),

	/**
	 * A reference to a template needs {@code data.template_id}, one to a card entity
	 * {@code data.card_id}; the latter is not documented for ephemeral cards.
	 */
	TEMPLATE(Severity.ERROR, Evidence.DOCUMENTED, 200380, "the template does not exist",
			"Set type to template, and data.template_id to the id of a published template; in a public card you can also set "
					+ "type to card, and data.card_id to the id of a card entity.",
			"Without an id there is nothing to show, and a card entity is visible to everybody."),

	/** The {@code schema} names the structure; it is {@code "2.0"} or absent. */
	SCHEMA(Severity.ERROR, Evidence.INERT, 0, "success, and a blank card",
			"Set \"schema\": \"2.0\" beside body; without it the card is read as JSON 1.0."),

	/** At most 30 KB of JSON in UTF-8. */
	SIZE(Severity.ERROR, Evidence.REPORTED, 200860, "the card is too large",
			"Shorten texts, drop rows or options, or send several cards."),

	/** At most 200 components and texts. */
	ELEMENTS(Severity.ERROR, Evidence.REPORTED, 11310, "element exceeds the limit",
			"Drop elements, join texts in one markdown, or send several cards."),

	/** Containers at most five levels deep. */
	NESTING(Severity.WARNING, Evidence.DOCUMENTED, "Put fewer containers into each other."),

	/** At most five tables, those in Markdown included. */
	TABLES(Severity.ERROR, Evidence.REPORTED, 11310, "card table number over limit",
			"Join tables, or send several cards."),

	/** From four tables on, cards were refused at times. */
	MANY_TABLES(Severity.WARNING, Evidence.REPORTED, 0, "at times 11310: card table number over limit",
			"Join tables, or send several cards."),

	/** At most five charts are recommended. */
	CHARTS(Severity.WARNING, Evidence.DOCUMENTED, "Drop charts, or send several cards."),

	/** {@code element_id} is unique in the card. */
	ELEMENT_ID_UNIQUE(Severity.ERROR, Evidence.REPORTED, 300301, "the element id is a duplicate",
			"Rename one of them."),

	/** {@code element_id} is a short name. */
	ELEMENT_ID_FORMAT(Severity.ERROR, Evidence.REPORTED, 300301, "elementID format error", "Change the id."),

	/** A form and what is interactive in it have names. */
	NAME_REQUIRED(Severity.ERROR, Evidence.REPORTED, 11310, "name is required",
			"Set a name that is unique in the card."),

	/** Names are unique in the whole card. */
	NAME_UNIQUE(Severity.ERROR, Evidence.REPORTED, 11310, "name(…) duplicate", "Rename one of them."),

	/** A form has a button that submits. */
	SUBMIT_BUTTON(Severity.ERROR, Evidence.REPORTED, 300123, "there is no submit button in the form container",
			"Add a button with form_action_type submit to the form."),

	/**
	 * A form or table stands in the body, a chart outside of forms, and a text in a
	 * checker.
	 */
	PLACEMENT(Severity.ERROR, Evidence.REPORTED, 200621, "type of element is not supported tag: NAME",
			"Put a form or a table directly into body.elements, a chart outside of forms, and plain_text or lark_md into "
					+ "a checker."),

	/** A choice of several stands in a form. */
	CHOICE_OUTSIDE_FORM(Severity.WARNING, Evidence.DOCUMENTED,
			"Put the component into a form, or give it a callback and test the card; the documents disagree about this place."),

	/** Values of options are unique in their component. */
	OPTION_UNIQUE(Severity.WARNING, Evidence.DOCUMENTED, "Change one of the values."),

	/** An option has a text or a value. */
	OPTION_EMPTY(Severity.ERROR, Evidence.REPORTED, 200621,
			"parse card json err, please check whether the card json is correct",
			"Set text and value, or leave the option out."),

	/** An option has a text and a value. */
	OPTION_INCOMPLETE(Severity.WARNING, Evidence.DOCUMENTED, "Set both text and value."),

	/** A property that the platform checks with a code of its own. */
	REQUIRED_PROPERTY(Severity.ERROR, Evidence.DOCUMENTED, 0,
			"200570 for img_key, 200550 for chart_spec, 200914 for columns", "Add the property.",
			"The platform has a code of its own for each of the three."),

	/** A property that the documents require and working cards leave out. */
	RECOMMENDED_PROPERTY(Severity.WARNING, Evidence.DOCUMENTED, "Add the property."),

	/** An object, an array or a scalar where another of them belongs. */
	WRONG_STRUCTURE(Severity.ERROR, Evidence.REPORTED, 200621,
			"parse card json err, please check whether the card json is correct",
			"Change the value, or leave the property out."),

	/** A value of another type, or out of its range. */
	INVALID_VALUE(Severity.WARNING, Evidence.DOCUMENTED, "Change the value, or leave the property out."),

	/** A null, where a property would be left out. */
	NULL_VALUE(Severity.WARNING, Evidence.DOCUMENTED, "Leave the property out."),

	/** A property that no document lists. */
	UNKNOWN_PROPERTY(Severity.WARNING, Evidence.DOCUMENTED, "Remove the property, or correct its name."),

	/** A property that JSON 2.0 is known to refuse. */
	REFUSED_PROPERTY(Severity.ERROR, Evidence.MEASURED, 200621, "unknown property: NAME, path: [..]",
			"Remove the property."),

	/** A value that JSON 1.0 sends back and JSON 2.0 does not. */
	IGNORED_VALUE(Severity.WARNING, Evidence.MEASURED, 0, "success, and a click that reaches no handler",
			"Use a behavior of the type callback with this value."),

	/** A property that its object has in other places only. */
	MISPLACED_PROPERTY(Severity.WARNING, Evidence.DOCUMENTED, "Leave the property out, or show the text by a div."),

	/** A component that JSON 2.0 does not have. */
	UNKNOWN_ELEMENT(Severity.ERROR, Evidence.REPORTED, 200861, "unsupported tag NAME",
			"Correct the tag; if the platform has this component by now, set feishu.card.validation=warn."),

	/** {@code note} and {@code action}, which JSON 2.0 does not have any more. */
	REMOVED_ELEMENT(Severity.ERROR, Evidence.REPORTED, 200861,
			"cards of schema V2 no longer support this capability; unsupported tag NAME",
			"Use a div with text_size notation for note, and a column_set for action."),

	/** A row of a table has values for its columns only. */
	TABLE_COLUMN(Severity.ERROR, Evidence.DOCUMENTED, 200915, "the row has a name without a column",
			"Add a column of that name, or drop the value.", "The platform has a code of its own for it."),

	/** A cell holds what the column's {@code data_type} takes. */
	TABLE_CELL(Severity.ERROR, Evidence.DOCUMENTED, 200914, "the rows of the table are invalid",
			"Change the value, or the data_type of the column.", "The platform has a code of its own for it."),

	/** More images than the combination has places, or fewer. */
	IMAGE_COUNT(Severity.WARNING, Evidence.DOCUMENTED,
			"Give double 2, triple 3, bisect at most 6 and trisect at most 9 images."),

	/** Sounds cannot be shown to one member. */
	AUDIO(Severity.ERROR, Evidence.DOCUMENTED, 0, "an error without a documented code",
			"Send the sound as a message of its own, or in a public card.",
			"The page about ephemeral cards excludes the component."),

	/** A card with a sound must not be forwarded. */
	AUDIO_FORWARD(Severity.ERROR, Evidence.DOCUMENTED, 300220, "forwarding is not disabled",
			"Set config.enable_forward to false.", "The platform has a code of its own for it."),

	/** {@code audio_id} is unique in the card. */
	AUDIO_ID_UNIQUE(Severity.ERROR, Evidence.DOCUMENTED, 300230, "the audio_id is a duplicate", "Rename one of them.",
			"The platform has a code of its own for it."),

	/** JSON 2.0 knows shared cards only. */
	UPDATE_MULTI(Severity.ERROR, Evidence.DOCUMENTED, 300302, "update_multi is false",
			"Set config.update_multi to true, or leave it out.", "The platform has a code of its own for it."),

	/** A color or size that is neither the platform's nor the card's. */
	UNDEFINED_STYLE(Severity.WARNING, Evidence.DOCUMENTED,
			"Use a name of the platform, or define it under config.style."),

	/** A mention in an ephemeral card notifies nobody. */
	MENTION(Severity.WARNING, Evidence.DOCUMENTED, "Send a separate message if the person must get a notification."),

	/** A mention of everybody fails where the group does not permit it. */
	MENTION_ALL(Severity.WARNING, Evidence.DOCUMENTED,
			"Allow mentions of everybody in the settings of the group, or leave the mention out."),

	/** A bare link directly before Chinese text can make the sending fail. */
	BARE_LINK(Severity.WARNING, Evidence.DOCUMENTED, "Put a space after the link, or write [text](link)."),

	/** {@code required} counts in a form only. */
	REQUIRED_OUTSIDE_FORM(Severity.WARNING, Evidence.DOCUMENTED,
			"Put the component into a form, or leave required out.");

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
	 * Returns the evidence for the rule.
	 * @return the strongest known evidence
	 */
	public Evidence evidence() {
		return this.evidence;
	}

	/**
	 * Returns why breaking the rule is an error although only a document says so.
	 * @return a sentence; empty for warnings, and for errors with better evidence
	 */
	public Optional<String> reason() {
		return Optional.of(this.reason).filter((reason) -> !reason.isEmpty());
	}

	/**
	 * The platform's own code, where one is known; for ephemeral cards it may be within
	 * the message of a general one.
	 * @return the code; empty if it is not known
	 */
	public OptionalInt code() {
		return (this.code != 0) ? OptionalInt.of(this.code) : OptionalInt.empty();
	}

	/**
	 * Returns the platform's response to a card that breaks the rule, without the code.
	 * @return a few words, in part the platform's own; empty if the response is not known
	 */
	public Optional<String> answer() {
		return Optional.of(this.answer).filter((answer) -> !answer.isEmpty());
	}

	/**
	 * Returns how to correct a card that breaks the rule.
	 * @return a complete sentence in English
	 */
	public String remedy() {
		return this.remedy;
	}

	/**
	 * How the effect of breaking a rule is known.
	 */
	public enum Evidence {

		/** Somebody sent such a card and describes what happened. */
		MEASURED,

		/** There are bug reports about such cards. */
		REPORTED,

		/** Only a document states the rule. */
		DOCUMENTED,

		/** The card cannot do anything when it is used. */
		INERT

	}

}
