package io.ephemeral.sample.checklist;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.group.ClickedCard;
import io.ephemeral.feishu.group.GroupCardOperations;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Steps with clicks of the person.
 */
final class ClickSteps {

	private static final String PRESS = "Press the button \"%s\" on the card \"%s\"";

	private static final int NOT_REPLIED_YET = 300000;

	private static final int ATTEMPTS = 10;

	private static final Duration PAUSE = Duration.ofMillis(200);

	private final Session session;

	private final EphemeralCardOperations cards;

	private final GroupCardOperations groupCards;

	private final Platform platform;

	private final Clicks clicks;

	ClickSteps(Session session, EphemeralCardOperations cards, GroupCardOperations groupCards, Platform platform,
			Clicks clicks) {
		this.session = session;
		this.cards = cards;
		this.groupCards = groupCards;
		this.platform = platform;
		this.clicks = clicks;
	}

	List<ChecklistStep> steps() {
		return List.of(
				new ChecklistStep("Click answered by a card",
						"The card of the reply replaces the clicked card, which keeps its id.", this::replyWithCard),
				new ChecklistStep("Click answered by a card of JSON 1.0",
						"The card of the reply replaces the clicked card.", this::replyWithOlderCard),
				new ChecklistStep("Click answered by a late update",
						"The update with the token of the click replaces the clicked card.", this::updateLater),
				new ChecklistStep("Click answered by a deletion", "The clicked card vanishes.",
						this::replyWithDeletion),
				new ChecklistStep("Form with every component",
						"The submit of a form contains the values of all components.", this::submitForm),
				new ChecklistStep("Components outside of a form", "Each component causes a click at once.",
						this::useComponents),
				new ChecklistStep("Button of a form without a value", "The name of the button is in the click.",
						this::submitWithoutValue),
				new ChecklistStep("Two devices", "Both devices of the viewer show the card of the reply.",
						this::useTwoDevices));
	}

	private void replyWithCard(Notes notes) {
		SentCard sent = this.session.send(ChecklistCards.button("Question", "Reply"));
		CardActionEvent click = replyAndSee(notes, OpenQuestion.CARD_REPLY,
				new Exchange("Question", "Answer", ChecklistCards.plain("Answer")));
		boolean sameId = click.messageId().equals(sent.messageId());
		notes.saw(sameId ? "The click has the message id of the response to the send."
				: "The click has another message id than the response to the send.");
		this.cards.delete(sent);
		boolean gone = this.session.confirm("Is the card \"Answer\" gone?");
		notes.settle(OpenQuestion.ID_AFTER_REPLY, sameId && gone,
				gone ? "The id of the response to the send still deletes the card."
						: "The id of the response to the send does not delete the card any more.");
	}

	private void replyWithOlderCard(Notes notes) {
		this.session.send(ChecklistCards.olderButton("Older question", "Reply"));
		replyAndSee(notes, OpenQuestion.OLDER_CARD_REPLY,
				new Exchange("Older question", "Older answer", ChecklistCards.older("Older answer")));
	}

	private CardActionEvent replyAndSee(Notes notes, OpenQuestion question, Exchange exchange) {
		CardActionEvent click = awaitClick(CardActionReply.success("The reply has arrived.").with(exchange.reply()),
				PRESS.formatted("Reply", exchange.title()));
		notes.record("Click on a button", click.json());
		boolean replaced = this.session
			.confirm("Did the card \"" + exchange.replyTitle() + "\" take the place of \"" + exchange.title() + "\"?");
		notes.settle(question, replaced, replaced ? "The card of the reply replaces the clicked card."
				: "The card of the reply does not replace the clicked card.");
		return click;
	}

	private void updateLater(Notes notes) {
		this.session.send(ChecklistCards.button("Wait", "Start"));
		CardActionEvent click = awaitClick(CardActionReply.nothing(), PRESS.formatted("Start", "Wait"));
		String token = click.token();
		if (token == null) {
			notes.differs("The click has no token, which a late update needs.");
			return;
		}
		settleUpdate(notes, OpenQuestion.LATE_UPDATE, "Updated late",
				(card) -> this.groupCards.updateClicked(new ClickedCard(token, click.operator(), null), card));
		settleUpdate(notes, OpenQuestion.LATE_UPDATE_WITHOUT_VIEWERS, "Updated without viewers",
				(card) -> this.platform.updateClicked(token, ChecklistCards.json(card)));
	}

	private void settleUpdate(Notes notes, OpenQuestion question, String title, Update update) {
		try {
			showAfterReply(update, ChecklistCards.plain(title));
		}
		catch (FeishuApiException ex) {
			notes.settle(question, false, "The late update", ex);
			return;
		}
		boolean updated = this.session
			.confirm("Do you see the card \"" + title + "\" in the place of the clicked one?");
		notes.settle(question, updated, updated ? "The card \"" + title + "\" replaces the clicked card."
				: "The platform accepts the card \"" + title + "\", but the clicked card stays as it was.");
	}

	/**
	 * Repeats an update that has overtaken the reply to the click. This happens over the
	 * long connection, because the update takes another way.
	 */
	private static void showAfterReply(Update update, CardContent card) {
		Mono.fromRunnable(() -> update.show(card))
			.subscribeOn(Schedulers.boundedElastic())
			.retryWhen(Retry.fixedDelay(ATTEMPTS, PAUSE)
				.filter((error) -> error instanceof FeishuApiException refusal && refusal.code() == NOT_REPLIED_YET)
				.onRetryExhaustedThrow((attempts, last) -> last.failure()))
			.block();
	}

	private void replyWithDeletion(Notes notes) {
		this.session.send(ChecklistCards.button("Temporary", "Delete"));
		CardActionEvent click = awaitClick(CardActionReply.nothing(), PRESS.formatted("Delete", "Temporary"));
		this.cards.delete(click.messageId());
		if (this.session.confirm("Is the card \"Temporary\" gone?")) {
			notes.saw("The clicked card is gone.");
		}
		else {
			notes.differs("The clicked card is still there.");
		}
	}

	private void submitForm(Notes notes) {
		this.session.send(ChecklistCards.form(this.session.image()));
		CardActionEvent click = awaitClick(CardActionReply.success("The form has arrived."),
				"Fill in each field of the card \"Form\", and press \"Send\". The report contains what you type");
		notes.record("Submit of the form", click.json());
		List<String> fields = List.copyOf(click.form().propertyNames());
		notes.saw("The click contains the values of " + fields.size() + " fields: " + String.join(", ", fields) + ".");
		if (click.form().has("picture")) {
			notes.saw("The value of `select_img` is of the type " + click.form().path("picture").getNodeType() + ".");
		}
		if (click.action() == null || !click.value().has("action")) {
			notes.differs("The click does not contain the value of the button.");
		}
	}

	private void useComponents(Notes notes) {
		Optional<String> image = this.session.image();
		this.session.send(ChecklistCards.components(image));
		Map<String, String> tasks = new LinkedHashMap<>();
		tasks.put("Container", "press the text \"Container\"");
		tasks.put("Menu", "choose \"Later\" in the menu (three dots)");
		tasks.put("Input", "type test in the field \"Text\", and press Enter");
		tasks.put("Choice", "choose \"Rice\" in the field \"Dish\"");
		tasks.put("Person", "choose yourself in the field \"Cook\"");
		tasks.put("Day", "choose a day in the field \"Day\"");
		tasks.put("Time", "choose a time in the field \"Time\"");
		tasks.put("Day and time", "choose a day and a time in the field \"Day and time\"");
		tasks.put("Checker", "check \"Hungry\"");
		image.ifPresent((key) -> tasks.put("Image", "choose an image"));
		tasks.forEach((component, task) -> use(notes, component, task));
	}

	private void use(Notes notes, String component, String task) {
		try {
			CardActionEvent click = awaitClick(CardActionReply.nothing(), "On the card \"Components\", " + task);
			notes.saw(component + ": the tag of the click is `" + click.tag() + "`.");
			notes.record("Click on a component: " + component, click.json().path("event").path("action"));
			settle(notes, component, click);
		}
		catch (StepSkippedException ex) {
			notes.skipped(component + ": " + ex.getMessage());
		}
	}

	private static void settle(Notes notes, String component, CardActionEvent click) {
		if (component.equals("Container")) {
			notes.settle(OpenQuestion.CONTAINER,
					"interactive_container".equals(click.tag()) && Clicks.ACTION.equals(click.action()),
					"The click has the tag `" + click.tag() + "` and the value of the container.");
		}
		if (component.equals("Image")) {
			notes.settle(OpenQuestion.SELECT_IMAGE, !click.options().isEmpty(),
					"Outside of a form, the number of values that the library reads is " + click.options().size()
							+ ".");
		}
	}

	private void submitWithoutValue(Notes notes) {
		this.session.send(ChecklistCards.formWithoutValue());
		CardActionEvent click = awaitClick(CardActionReply.success("The form has arrived."),
				"Type test in the card \"Button without a value\", and press \"Send\"");
		notes.record("Submit without a value", click.json().path("event").path("action"));
		boolean byName = Clicks.ACTION.equals(click.name());
		notes.settle(OpenQuestion.SUBMIT_WITHOUT_VALUE, byName,
				byName ? "The click has the name of the button." : "The click does not have the name of the button.");
		notes.saw(click.value().isMissingNode() ? "The click has no value." : "The click has a value.");
	}

	private void useTwoDevices(Notes notes) {
		if (!this.session.confirm("Are you logged in on two devices, such as a computer and a phone?")) {
			throw new StepSkippedException("The person has one device only.");
		}
		this.session.send(ChecklistCards.button("Both devices", "Reply"));
		if (!this.session.confirm("Do both devices show the card \"Both devices\"?")) {
			notes.differs("Only one device shows a new card.");
		}
		awaitClick(CardActionReply.card(ChecklistCards.plain("Answer for both")),
				PRESS.formatted("Reply", "Both devices"));
		boolean both = this.session.confirm("Do both devices show the card \"Answer for both\" now?");
		notes.settle(OpenQuestion.SECOND_DEVICE, both, both ? "Both devices show the card of the reply."
				: "At least one device does not show the card of the reply.");
	}

	private CardActionEvent awaitClick(CardActionReply reply, String instruction) {
		return this.session.await(this.clicks.next((click) -> reply), instruction);
	}

	/**
	 * Card on the screen, and the card of the reply.
	 *
	 * @param title title of the card on the screen
	 * @param replyTitle title of the card of the reply
	 */
	private record Exchange(String title, String replyTitle, CardContent reply) {
	}

	/**
	 * Late update of a clicked card.
	 */
	private interface Update {

		void show(CardContent card);

	}

}
