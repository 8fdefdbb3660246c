package io.ephemeral.sample.checklist;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.Replacement;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.error.CardRefusedException;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.error.GoneException;
import io.ephemeral.feishu.error.ViewerNotReachableException;
import io.ephemeral.feishu.group.GroupCard;
import io.ephemeral.feishu.group.GroupCardOperations;
import tools.jackson.databind.JsonNode;

/**
 * Steps with cards that nobody clicks.
 */
final class CardSteps {

	private static final Viewer NOBODY = Viewer.openId("ou_" + "0".repeat(32));

	private final Session session;

	private final EphemeralCardOperations cards;

	private final GroupCardOperations groupCards;

	private final Platform platform;

	CardSteps(Session session, EphemeralCardOperations cards, GroupCardOperations groupCards, Platform platform) {
		this.session = session;
		this.cards = cards;
		this.groupCards = groupCards;
		this.platform = platform;
	}

	/** Returns the steps before the first click. */
	List<ChecklistStep> basicSteps() {
		return List.of(
				new ChecklistStep("Card for one member", "The person sees the card at once, and nobody else does.",
						this::show),
				new ChecklistStep("Replacement", "The new card appears, and the old one vanishes.", this::replace),
				new ChecklistStep("Deletion", "The card vanishes without a trace. A second deletion succeeds too.",
						this::delete));
	}

	/** Returns the steps after the last click. */
	List<ChecklistStep> furtherSteps() {
		return List.of(
				new ChecklistStep("Offline and back", "A viewer who is offline never sees the card.",
						this::sendOffline),
				new ChecklistStep("Wrong viewer", "The platform refuses a viewer who cannot see the card.",
						this::sendToWrongViewer),
				new ChecklistStep("Same uuid twice", "The `uuid` has no effect on ephemeral cards.", this::sendTwice),
				new ChecklistStep("Translations", "The platform does not translate ephemeral cards.",
						this::sendTranslations),
				new ChecklistStep("Refused cards", "The platform refuses an invalid card and a card that is too large.",
						this::sendRefusedCards),
				new ChecklistStep("Wrong ids", "The platform refuses to delete a public card as an ephemeral one,"
						+ " and to update an ephemeral card as a public one.", this::mixIds));
	}

	private void show(Notes notes) {
		try {
			this.session.send(ChecklistCards.plain("Only for you"));
		}
		catch (ViewerNotReachableException ex) {
			this.session.forgetViewer();
			throw ex;
		}
		notes.saw("The platform accepted the card.");
		expect(notes, "Do you see the card \"Only for you\", with a mark that only you see it?",
				"The person sees the card, with its mark.", "The person does not see the card with its mark.");
		expect(notes, "Ask another member, or look with another account: is the card missing there?",
				"Another member does not see it.", "Another member sees it too.");
	}

	private void replace(Notes notes) {
		SentCard old = this.session.send(ChecklistCards.plain("Before"));
		Replacement replacement = this.cards.replace(old, ChecklistCards.plain("After"));
		this.session.remember(replacement.card().messageId());
		if (replacement instanceof Replacement.Incomplete incomplete) {
			notes.differs("The new card was sent, but the old one was not deleted: " + incomplete.error().getMessage());
		}
		expect(notes, "Do you see the card \"After\", and no card \"Before\"?", "The person sees the new card only.",
				"The person does not see the new card, or still sees the old one.");
	}

	private void delete(Notes notes) {
		SentCard sent = this.session.send(ChecklistCards.plain("To be deleted"));
		this.session.confirm("Do you see the card \"To be deleted\"?");
		this.cards.delete(sent);
		expect(notes, "Is the card \"To be deleted\" gone, without a trace?", "The card is gone without a trace.",
				"The card left a trace, or it is still there.");
		this.cards.delete(sent);
		notes.saw("The library reports success for a second deletion.");
	}

	private void expect(Notes notes, String question, String yes, String no) {
		switch (this.session.person().answer(question)) {
			case YES -> notes.saw(yes);
			case NO -> notes.differs(no);
			case SKIP -> notes.skipped("The person skipped the question: " + question);
		}
	}

	private void sendOffline(Notes notes) {
		if (!this.session.confirm("Quit the client on all your devices. Is it closed everywhere now?")) {
			throw new StepSkippedException("The person was not offline.");
		}
		this.session.send(ChecklistCards.plain("Sent while you were offline"));
		notes.saw("The platform accepted the card.");
		boolean sees = this.session
			.confirm("Start the client again, and wait a minute. Do you see the card \"Sent while you were offline\"?");
		notes.settle(OpenQuestion.OFFLINE, !sees, sees ? "The viewer sees the card after coming back."
				: "The viewer does not see the card after coming back.");
	}

	private void sendToWrongViewer(Notes notes) {
		settleViewer(notes, OpenQuestion.UNKNOWN_VIEWER, "A card for an open id of nobody", NOBODY);
		String email = this.session.person()
			.type("E-mail address of a colleague who is not in the group (nothing arrives there if the platform"
					+ " refuses the card):");
		if (email == null || !email.contains("@")) {
			notes.skipped("The person named no colleague outside of the group.");
			return;
		}
		settleViewer(notes, OpenQuestion.NOT_A_MEMBER, "A card for a person outside of the group", Viewer.email(email));
	}

	private void settleViewer(Notes notes, OpenQuestion question, String what, Viewer viewer) {
		try {
			SentCard sent = this.cards.send(this.session.chat(), viewer, ChecklistCards.plain("Not for you"));
			this.session.remember(sent.messageId());
			notes.settle(question, false, "The platform accepts the card.");
		}
		catch (FeishuApiException ex) {
			notes.settle(question, ex instanceof ViewerNotReachableException, what, ex);
		}
	}

	private void sendTwice(Notes notes) {
		Map<String, String> uuid = Map.of("uuid", UUID.randomUUID().toString());
		JsonNode card = ChecklistCards.json(ChecklistCards.plain("Twice"));
		MessageId first = sendUnchecked(card, uuid);
		MessageId second = sendUnchecked(card, uuid);
		notes.saw(first.equals(second) ? "Both responses have the same message id."
				: "The responses have different message ids.");
		boolean two = this.session.confirm("Do you see the card \"Twice\" two times?");
		notes.settle(OpenQuestion.SAME_UUID, two, two ? "The viewer sees two cards." : "The viewer sees one card.");
	}

	private void sendTranslations(Notes notes) {
		sendUnchecked(ChecklistCards.translated(), Map.of());
		notes.saw("The platform accepted a card with `i18n_content`.");
		boolean plain = this.session.confirm("Does the card \"Languages\" show the text \"Not translated\"?");
		notes.settle(OpenQuestion.LANGUAGES, plain, plain ? "The platform shows the text without translation."
				: "The platform shows another text than the one without translation.");
	}

	private void sendRefusedCards(Notes notes) {
		settleCard(notes, OpenQuestion.INVALID_CARD, "A card with an unknown component", ChecklistCards.invalid());
		settleCard(notes, OpenQuestion.LARGE_CARD, "A card of 31 KB", ChecklistCards.large());
	}

	private void settleCard(Notes notes, OpenQuestion question, String what, JsonNode card) {
		try {
			sendUnchecked(card, Map.of());
			notes.settle(question, false, "The platform accepts the card.");
		}
		catch (FeishuApiException ex) {
			notes.settle(question, ex instanceof CardRefusedException, what, ex);
		}
	}

	/** Sends a card that the library would refuse or change. */
	private MessageId sendUnchecked(JsonNode card, Map<String, String> further) {
		MessageId sent = this.platform.send(this.session.chat(), this.session.viewer(), card, further);
		this.session.remember(sent);
		return sent;
	}

	private void mixIds(Notes notes) {
		deletePublicCard(notes);
		SentCard sent = this.session.send(ChecklistCards.plain("Not public"));
		try {
			this.groupCards.update(sent.messageId(), ChecklistCards.plain("Updated"));
			notes.settle(OpenQuestion.UPDATE_EPHEMERAL, false, "The platform accepts the update.");
		}
		catch (FeishuApiException ex) {
			notes.settle(OpenQuestion.UPDATE_EPHEMERAL, true, "The update of an ephemeral card as a public one", ex);
		}
	}

	private void deletePublicCard(Notes notes) {
		GroupCard card = this.groupCards.send(this.session.chat(), ChecklistCards.plain("Public for a moment"));
		try {
			this.platform.delete(card.messageId());
			notes.settle(OpenQuestion.DELETE_PUBLIC, false, "The platform accepts the deletion.");
		}
		catch (FeishuApiException ex) {
			notes.settle(OpenQuestion.DELETE_PUBLIC, true, "The deletion of a public card as an ephemeral one", ex);
		}
		finally {
			recall(notes, card);
		}
	}

	private void recall(Notes notes, GroupCard card) {
		try {
			this.groupCards.recall(card.messageId());
		}
		catch (GoneException ex) {
			notes.saw("The public card is gone before its recall.");
		}
		catch (FeishuException ex) {
			notes.failed("The recall of the public card", ex);
		}
	}

}
