package io.ephemeral.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.Header;
import io.ephemeral.feishu.card.HeaderTemplate;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.DatePicker;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.Input;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.element.Person;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.card.element.SelectPerson;
import io.ephemeral.feishu.card.element.TimePicker;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.publish.Publications;

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
	 * reminder, then the form is deleted.
	 */
	@CardAction
	CardActionReply save(Save save, CardActionEvent event, Reminder reminder, Locale locale, ZoneId zone) {
		if (LocalDateTime.of(reminder.date(), reminder.time()).isBefore(LocalDateTime.now(zone))) {
			return CardActionReply.error(text("reminder.past", locale));
		}
		return CardActionReply.success(text("reminder.saved", locale)).afterwards(() -> {
			this.publications.publish(event, done(reminder));
		});
	}

	@CardAction
	CardActionReply cancel(Cancel cancel, MessageId form, Locale locale) {
		return CardActionReply.info(text("reminder.canceled", locale)).afterwards(() -> this.cards.delete(form));
	}

	private static Card form() {
		return Card.builder()
			.header(header("reminder.form", HeaderTemplate.BLUE))
			.add(Form.builder("reminder")
				.add(Input.builder("text").label(PlainText.message("reminder.text")).required().maxLength(200))
				.add(DatePicker.builder("date").placeholder(PlainText.message("reminder.date")).required())
				.add(TimePicker.builder("time").placeholder(PlainText.message("reminder.time")).required())
				.add(SelectPerson.builder("whom").placeholder(PlainText.message("reminder.whom")).required())
				.add(Button.builder(PlainText.message("reminder.save"))
					.form("save", Button.FormAction.SUBMIT)
					.type(Button.Type.PRIMARY)
					.callback(new Save())))
			.add(Button.builder(PlainText.message("reminder.cancel")).callback(new Cancel()))
			.build();
	}

	/** Returns the outcome, which each member sees in their own language. */
	private static Card done(Reminder reminder) {
		return Card.builder()
			.header(header("reminder.done", HeaderTemplate.GREEN))
			.add(Markdown.message("reminder.what", reminder.text()))
			.add(Markdown.message("reminder.when", reminder.date() + " " + reminder.time()))
			.add(Person.builder(reminder.whom()).showName(true))
			.build();
	}

	private static Header header(String code, HeaderTemplate template) {
		return Header.of(PlainText.message(code)).template(template);
	}

	private String text(String code, Locale locale) {
		return this.messages.getMessage(code, null, locale);
	}

	/** Click on the button that submits the form. */
	record Save() implements TypedAction {
	}

	/** Click on the button that deletes the form. */
	record Cancel() implements TypedAction {
	}

	/**
	 * Content of the form.
	 *
	 * @param whom open id of a member
	 */
	record Reminder(String text, LocalDate date, LocalTime time, String whom) {
	}

}
