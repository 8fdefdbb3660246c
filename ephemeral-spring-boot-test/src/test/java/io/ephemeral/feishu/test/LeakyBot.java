package io.ephemeral.feishu.test;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.Input;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.publish.Publications;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Bot whose buttons do what their names say with the words that the test chose.
 */
@Configuration(proxyBeanMethods = false)
class LeakyBot {

	static final Card MENU = Card.builder()
		.title("Menu")
		.add(Button.builder("Toast").callback("toast"))
		.add(Button.builder("Card").callback("card"))
		.add(Button.builder("Publish").callback("publish"))
		.add(Button.builder("Fail").callback("fail"))
		.add(Button.builder("Late").callback("late"))
		.add(Form.builder("form").add(Input.builder("text")).add(Button.submit("save", "Save").callback("save")))
		.build();

	private final EphemeralCardTemplate cards;

	private final Publications publications;

	volatile String words = "";

	LeakyBot(EphemeralCardTemplate cards, Publications publications) {
		this.cards = cards;
		this.publications = publications;
	}

	Card card() {
		return Card.builder().title("Salary").add(Markdown.of(this.words)).build();
	}

	@EventListener
	void onMessage(MessageReceived message) {
		this.cards.send(message.chat(), message.sender(), MENU);
	}

	@CardAction("toast")
	CardActionReply toast() {
		return CardActionReply.info(this.words);
	}

	@CardAction("card")
	Card show() {
		return card();
	}

	@CardAction("publish")
	CardActionReply publish(CardActionEvent event) {
		return CardActionReply.nothing().afterwards(() -> {
			this.publications.publish(event, card());
		});
	}

	@CardAction("fail")
	void fail() {
		throw new IllegalStateException("No account", new IllegalArgumentException(this.words));
	}

	@CardAction("late")
	CardActionReply late() {
		return CardActionReply.nothing().afterwards(this::failLate);
	}

	private void failLate() {
		throw new IllegalStateException(this.words);
	}

	@CardAction("save")
	CardActionReply save(MessageId card, Note note) {
		return CardActionReply.success(note.text()).afterwards(() -> this.cards.delete(card));
	}

	record Note(String text) {
	}

}
