package io.ephemeral.feishu.system.registration;

import java.util.Locale;

import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.publish.Publications;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.event.EventListener;

/**
 * Bot that asks one member in their language, and shows the outcome to all.
 */
@SpringBootApplication
public class RegisteredBot {

	private final EphemeralCardTemplate cards;

	private final Publications publications;

	RegisteredBot(EphemeralCardTemplate cards, Publications publications) {
		this.cards = cards;
		this.publications = publications;
	}

	@EventListener
	void onMessage(MessageReceived message) {
		boolean chinese = Locale.SIMPLIFIED_CHINESE.equals(message.locale());
		this.cards.send(message.chat(), message.sender(),
				Card.builder()
					.title(chinese ? "午饭?" : "Lunch?")
					.add(Button.builder("Noodles").callback("eat"))
					.build());
	}

	@CardAction("eat")
	CardActionReply eat(CardActionEvent event) {
		return CardActionReply.success("Enjoy").afterwards(() -> {
			this.publications.publish(event, Card.builder().title("Noodles").build());
		});
	}

}
