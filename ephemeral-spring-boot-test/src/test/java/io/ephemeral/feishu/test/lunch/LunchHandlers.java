package io.ephemeral.feishu.test.lunch;

import java.util.Locale;

import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.Header;
import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;

import org.springframework.stereotype.Component;

@Component
class LunchHandlers {

	private final Kitchen kitchen;

	private final EphemeralCardTemplate cards;

	volatile Thread thread;

	volatile Order ordered;

	LunchHandlers(Kitchen kitchen, EphemeralCardTemplate cards) {
		this.kitchen = kitchen;
		this.cards = cards;
	}

	@CardAction
	CardActionReply eat(Eat eat, Viewer viewer, Locale locale) {
		this.thread = Thread.currentThread();
		return CardActionReply.success(viewer.value() + " eats " + eat.dish() + " in " + locale.getLanguage())
			.in(CardLocale.ZH_CN, "吃" + eat.dish());
	}

	@CardAction
	CardActionReply pay(Pay pay) {
		return CardActionReply.success("Paid " + pay.cents());
	}

	@CardAction
	CardActionReply order(Order order) {
		this.ordered = order;
		return CardActionReply.success("Ordered").afterwards(() -> this.kitchen.cook(order.dish()));
	}

	@CardAction("menu")
	Card menu() {
		return Card.builder().header(Header.of(PlainText.message("lunch.title"))).add(Markdown.of("Noodles")).build();
	}

	@CardAction("table")
	CardActionReply table(Table table) {
		return CardActionReply.info(table.toString());
	}

	@CardAction("look")
	CardActionReply look() {
		return CardActionReply.working("Looking…")
			.then(() -> Card.builder().title("Found").add(Markdown.of("Soup")).build());
	}

	@CardAction("steak")
	void steak() {
		throw new LunchAdvice.SoldOutException();
	}

	@CardAction("burn")
	void burn() {
		throw new IllegalStateException("Burned");
	}

	@CardAction("close")
	CardActionReply close(CardActionEvent event) {
		return CardActionReply.nothing().afterwards(() -> this.cards.delete(event.messageId()));
	}

}
