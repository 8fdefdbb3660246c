package io.ephemeral.feishu.simulator.card;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Rules of cards, each with the platform's text inside the message of the API's code:
 * {@code ext=ErrCode: 200861; ErrPath: ROOT -> body -> elements -> [1](tag: action); ErrMsg: …}.
 * <p>
 * The texts come from reports of refused messages, which have the code {@code 230099}. No
 * report shows how the platform refuses an ephemeral card.
 */
public enum CardError {

	/** Card within another object. */
	WRAPPED(200621, Place.NOWHERE, Words.NOT_PARSED),

	TEMPLATE(200380, Place.NOWHERE, "template does not exist"),

	/**
	 * Unconfirmed: the documents state that such an entity cannot be sent, but no code.
	 */
	ENTITY(11310, Place.NOWHERE, "cardid is invalid"),

	/** Not refused by the platform, which shows such a card blank. The text is ours. */
	SCHEMA(200621, Place.NOWHERE, "a card with a body needs \"schema\": \"2.0\""),

	ELEMENTS(11310, Place.NOWHERE, "element exceeds the limit"),

	TABLES(11310, Place.NOWHERE, "card table number over limit", "table"),

	ELEMENT_ID_UNIQUE(300301, Place.NOWHERE, "ElementID %s: Code 1001: Duplicate ID"),

	ELEMENT_ID_FORMAT(300301, Place.NOWHERE,
			"ElementID %s: Code 1002: elementID format error. Only alphabets, numbers, and underscores are allowed. "
					+ "It must start with an alphabet and not exceed 20 characters."),

	NAME_REQUIRED(11310, Place.ERR_PATH, "name is required"),

	NAME_UNIQUE(11310, Place.ERR_PATH, "name(%s) duplicate"),

	SUBMIT_BUTTON(300123, Place.ERR_PATH, "there is no submit button in the form container, at least one"),

	PLACEMENT(200621, Place.IN_VALUE, Words.NOT_PARSED, "type of element is not supported tag: %s"),

	/** The text of the platform is unknown. */
	OPTION_EMPTY(200621, Place.IN_VALUE, Words.NOT_PARSED, "option is empty"),

	IMAGE_KEY(200570, Place.ERR_PATH, "card contains invalid image keys", "image key "),

	CHART_SPEC(200550, Place.ERR_PATH, "chart spec is invalid"),

	TABLE_COLUMNS(200914, Place.ERR_PATH, "table rows is invalid"),

	TABLE_COLUMN(200915, Place.ERR_PATH, "table rows name is invalid"),

	TABLE_CELL(200914, Place.ERR_PATH, "table rows is invalid"),

	/** The text of the platform is unknown. */
	WRONG_STRUCTURE(200621, Place.IN_VALUE, Words.NOT_PARSED, "type of value is not supported"),

	REFUSED_PROPERTY(200621, Place.IN_VALUE, Words.NOT_PARSED, "unknown property: %s"),

	UNKNOWN_ELEMENT(200861, Place.ERR_PATH, Words.NOT_SUPPORTED, "unsupported tag %s"),

	REMOVED_ELEMENT(200861, Place.ERR_PATH, Words.NOT_SUPPORTED, "unsupported tag %s"),

	/** Documented without a code. */
	AUDIO(200621, Place.IN_VALUE, Words.NOT_PARSED, "type of element is not supported tag: %s"),

	/** The text of the platform is unknown. */
	AUDIO_FORWARD(300220, Place.NOWHERE, "card with audio must not be forwarded"),

	/** The text of the platform is unknown. */
	AUDIO_ID_UNIQUE(300230, Place.NOWHERE, "audio_id duplicate"),

	/** The text of the platform is unknown. */
	UPDATE_MULTI(300302, Place.NOWHERE, "update_multi must be true");

	private final int code;

	private final Place place;

	private final String message;

	private final @Nullable String value;

	CardError(int code, Place place, String message) {
		this(code, place, message, null);
	}

	CardError(int code, Place place, String message, @Nullable String value) {
		this.code = code;
		this.place = place;
		this.message = message;
		this.value = value;
	}

	/**
	 * Returns the platform's text for a card that breaks the rule.
	 * @param place the element or the property
	 * @param subject tag, name or id in the text; ignored by other rules
	 */
	String words(CardPlace place, String subject) {
		StringBuilder words = new StringBuilder("ErrCode: ").append(this.code).append("; ");
		if (this.place == Place.ERR_PATH) {
			words.append("ErrPath: ").append(String.join(" -> ", place.steps())).append("; ");
		}
		words.append("ErrMsg: ").append(this.message.replace("%s", subject)).append("; ");
		if (this.value != null) {
			words.append("ErrorValue: ").append(this.value.replace("%s", subject));
			if (this.place == Place.IN_VALUE) {
				List<String> steps = place.steps();
				words.append(", path: [").append(String.join(" -> ", steps.subList(1, steps.size()))).append(']');
			}
			words.append("; ");
		}
		return words.toString();
	}

	/**
	 * Returns the part of the text that names the place of the mistake.
	 */
	private enum Place {

		ERR_PATH, IN_VALUE, NOWHERE

	}

	private static final class Words {

		private static final String NOT_PARSED = "parse card json err, please check whether the card json is correct";

		private static final String NOT_SUPPORTED = "cards of schema V2 no longer support this capability";

	}

}
