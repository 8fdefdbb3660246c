package io.ephemeral.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.Header;
import io.ephemeral.feishu.card.HeaderTemplate;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.element.Person;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.form.FormField;
import io.ephemeral.feishu.form.RecordForm;
import io.ephemeral.feishu.publish.Publications;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Bot that shows a form to the sender of {@code /remind} only, and the outcome to all
 * members of the chat.
 */
@Component
class ReminderBot {

	private final EphemeralCardTemplate cards;

	private final Publications publications;

	private final MessageSource messages;

	ReminderBot(EphemeralCardTemplate cards, Publications publications, MessageSource messages) {
		this.cards = cards;
		this.publications = publications;
		this.messages = messages;
	}

	/**
	 * Shows the form to the sender of the message. The message may also contain mentions,
	 * a picture before the command, and more lines after it.
	 */
	@EventListener
	void onMessage(MessageReceived message) {
		if (message.isCommand("/remind")) {
			Locale locale = (message.locale() != null) ? message.locale() : Locale.ENGLISH;
			this.cards.newCard(form()).chat(message.chat()).viewer(message.sender()).locale(locale).send();
		}
	}

	/**
	 * Handles the form. First the reply to the click leaves, then all members see the
	 * reminder, then the form is deleted. If the time is over, the form is shown again.
	 */
	@CardAction
	CardActionReply save(Reminder reminder, CardActionEvent event, Locale locale, ZoneId zone) {
		if (LocalDateTime.of(reminder.date(), reminder.time()).isBefore(LocalDateTime.now(zone))) {
			return CardActionReply.error(text("reminder.past", locale))
				.with(form().values(reminder).mistake("time", "reminder.past"));
		}
		return CardActionReply.success(text("reminder.saved", locale)).afterwards(() -> {
			this.publications.publish(event, done(reminder));
		});
	}

	@CardAction
	CardActionReply cancel(Cancel cancel, MessageId form, Locale locale) {
		return CardActionReply.info(text("reminder.canceled", locale)).afterwards(() -> this.cards.delete(form));
	}

	private static RecordForm<Reminder> form() {
		return RecordForm.of(Reminder.class).cancel(Cancel.class);
	}

	/** Returns the outcome, which each member sees in their own language. */
	private static Card done(Reminder reminder) {
		return Card.builder()
			.header(Header.of(PlainText.message("reminder.done")).template(HeaderTemplate.GREEN))
			.add(Markdown.message("reminder.what", reminder.text()))
			.add(Markdown.message("reminder.when", reminder.date() + " " + reminder.time()))
			.add(Person.builder(reminder.whom().value()).showName(true))
			.build();
	}

	private String text(String code, Locale locale) {
		return this.messages.getMessage(code, null, locale);
	}

	/**
	 * Content of the form. Mistakes are shown at its fields.
	 *
	 * @param whom a member of the chat
	 */
	record Reminder(@NotBlank @Size(max = 200) @FormField(rows = 1) String text, @NotNull LocalDate date,
			@NotNull LocalTime time, @NotNull Viewer.OpenId whom) {
	}

	/** Click on the button that deletes the form. */
	record Cancel() implements TypedAction {
	}

}
