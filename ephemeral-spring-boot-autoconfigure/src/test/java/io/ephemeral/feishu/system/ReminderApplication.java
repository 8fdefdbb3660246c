package io.ephemeral.feishu.system;

import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;

import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.DatePicker;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.Input;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.element.MarkdownText;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.publish.Publications;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Asks privately and publishes the answer.
 */
@Configuration(proxyBeanMethods = false)
public class ReminderApplication {

	private final EphemeralCardTemplate cards;

	private final Publications publications;

	volatile CountDownLatch mayAnswer = new CountDownLatch(0);

	ReminderApplication(EphemeralCardTemplate cards, Publications publications) {
		this.cards = cards;
		this.publications = publications;
	}

	@EventListener
	void onMessage(MessageReceived message) {
		if (message.text().equals("/remind")) {
			this.cards.send(message.chat(), message.sender(),
					Card.builder()
						.title("Remind?")
						.add(Form.builder("reminder")
							.add(Input.builder("text").label("What").required())
							.add(DatePicker.builder("date").placeholder("Day").required())
							.add(Button.submit("save", "Save").callback("save")))
						.add(Button.builder("Slow").callback("slow"))
						.build());
		}
	}

	@CardAction("save")
	CardActionReply save(CardActionEvent event, ReminderForm form) {
		Card done = Card.builder()
			.title("Reminder")
			.add(Markdown.of(MarkdownText.escape(form.text()) + " on " + form.date()))
			.build();
		return CardActionReply.success("Saved").afterwards(() -> {
			this.publications.publish(event, done);
		});
	}

	@CardAction("slow")
	Card slow() throws InterruptedException {
		this.mayAnswer.await();
		return Card.builder().title("At last").build();
	}

	record ReminderForm(String text, LocalDate date) {
	}

}
