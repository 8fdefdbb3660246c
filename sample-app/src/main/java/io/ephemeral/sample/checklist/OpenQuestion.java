package io.ephemeral.sample.checklist;

/**
 * Question about the platform that no public document answers.
 */
enum OpenQuestion {

	/** Reply with a card of JSON 2.0. */
	CARD_REPLY("Does a card in the reply to a click replace an ephemeral card of JSON 2.0?",
			"The card of the reply replaces the clicked card.",
			"`CardActionReply.card`, the preferred way to change a clicked card"),

	/** Reply with a card of JSON 1.0. */
	OLDER_CARD_REPLY("Does a card in the reply to a click replace an ephemeral card of JSON 1.0?",
			"The card of the reply replaces the clicked card.",
			"`CardActionReply.card`, the preferred way to change a clicked card"),

	/** Id of a card after a reply. */
	ID_AFTER_REPLY("Does the id stay the same after such a reply, and does it still delete the card?",
			"The id stays the same, and deletes the card.",
			"`EphemeralCardTemplate.delete` and the expiry of clicked cards"),

	/** Late update. */
	LATE_UPDATE("Does a late update with the token of the click change an ephemeral card?",
			"The late update changes the card.",
			"`LateCardUpdate`, which shows the card of a handler that is late (`feishu.callback`)"),

	/** Late update without viewers. */
	LATE_UPDATE_WITHOUT_VIEWERS("Does a late update without `open_ids` change an ephemeral card of JSON 2.0?",
			"The late update changes the card.", "`GroupCardTemplate.updateClicked`"),

	/** Second device. */
	SECOND_DEVICE("Does a second device of the viewer show the card of a reply?",
			"Both devices show the card of the reply.",
			"`CardActionReply.card`, beside `EphemeralCardTemplate.replace`, which sends a new card"),

	/** Viewer who is offline. */
	OFFLINE("Does a viewer who was offline see the card later?", "The viewer never sees the card.",
			"the documentation of `EphemeralCardTemplate.send`, and the need for `orDirectMessage`"),

	/** Viewer who does not exist. */
	UNKNOWN_VIEWER("How does the platform refuse a viewer who does not exist?",
			"The error is a `ViewerNotReachableException`.", "the table of error codes"),

	/** Viewer outside of the group. */
	NOT_A_MEMBER("How does the platform refuse a viewer who is not in the group?",
			"The error is a `ViewerNotReachableException`.", "the table of error codes, and `orDirectMessage`"),

	/** Same uuid. */
	SAME_UUID("Do two sends with the same `uuid` show one card or two?",
			"The `uuid` has no effect, and the viewer sees two cards.",
			"the rule that a card of unknown outcome is not sent again"),

	/** Translations. */
	LANGUAGES("Does the platform translate `i18n_content` of an ephemeral card?",
			"The platform does not translate ephemeral cards.",
			"`newCard(…).locale(…)`, which translates the card in the library"),

	/** Invalid card. */
	INVALID_CARD("How does the platform refuse an invalid card?", "The error is a `CardRefusedException`.",
			"the table of error codes"),

	/** Large card. */
	LARGE_CARD("How does the platform refuse a card of 31 KB?", "The error is a `CardRefusedException`.",
			"the table of error codes, and the size that the library checks"),

	/** Deletion of a public message. */
	DELETE_PUBLIC("What happens if a public card is deleted as an ephemeral card?",
			"The platform refuses it, and the public card stays.", "`EphemeralCardTemplate.delete`"),

	/** Update of an ephemeral card. */
	UPDATE_EPHEMERAL("What happens if an ephemeral card is updated as a public card?", "The platform refuses it.",
			"`EphemeralCardTemplate.replace`, which sends a new card instead"),

	/** Image choice. */
	SELECT_IMAGE("What does a click on `select_img` contain, in a form and outside of it?",
			"A list of values or one value; the library reads both.", "`CardActionEvent.options`"),

	/** Container. */
	CONTAINER("What does a click on `interactive_container` contain?",
			"The tag `interactive_container` and the value of the container.", "`CardActionEvent.tag`"),

	/** Submit without a value. */
	SUBMIT_WITHOUT_VALUE("What does the submit of a form contain if its button has no behavior?",
			"The name of the button, and no value.", "the action in the name of a button, which selects the handler"),

	/** Topic display. */
	TOPIC_DISPLAY("Does a group that shows its messages as topics support ephemeral cards?", "It does not.",
			"`feishu.chat-guard.enabled`"),

	/** Bot outside of the group. */
	BOT_OUTSIDE("How does the platform refuse a card if the bot is not in the group?",
			"The code is 10002, 10030, 11201 or 230002.", "the table of error codes, and `orDirectMessage`"),

	/** Muted group. */
	MUTED_GROUP("Does a muted group refuse ephemeral cards?", "It does not.", "the table of error codes"),

	/** Card of another app. */
	OTHER_APP("Can an app delete an ephemeral card of another app?", "It cannot.", "`EphemeralCardTemplate.delete`");

	private final String question;

	private final String assumption;

	private final String consequence;

	OpenQuestion(String question, String assumption, String consequence) {
		this.question = question;
		this.assumption = assumption;
		this.consequence = consequence;
	}

	String question() {
		return this.question;
	}

	/**
	 * Returns what the library assumes until the question is settled.
	 */
	String assumption() {
		return this.assumption;
	}

	/**
	 * Returns the part of the library that another answer would change.
	 */
	String consequence() {
		return this.consequence;
	}

}
