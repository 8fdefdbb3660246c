package io.ephemeral.feishu.system;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.stereotype.Service;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first card of the README, sent and deleted.
 */
@SpringBootTest(classes = { TestApplication.class, LunchBotTests.LunchBot.class }, webEnvironment = WebEnvironment.NONE)
@ExtendWith(LongDeadlines.class)
class LunchBotTests {

	@Test
	void askWhenAdaIsAskedThenBobSeesNothing(@Autowired LunchBot bot, @Autowired FeishuSimulator feishu) {
		SimulatedChat chat = feishu.createChat("ada", "bob");

		SentCard sent = bot.ask(new ChatId(chat.id()), Viewer.openId(chat.openId("ada")));

		assertThat(chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Lunch?");
		assertThat(chat.seenBy("bob")).isEmpty();

		bot.takeBack(sent);
		assertThat(chat.seenBy("ada")).isEmpty();
	}

	@Service
	static class LunchBot {

		private final EphemeralCardTemplate cards;

		LunchBot(EphemeralCardTemplate cards) {
			this.cards = cards;
		}

		SentCard ask(ChatId chat, Viewer viewer) {
			Card card = Card.builder().title("Lunch?").add(Markdown.of("**Noodles** or *rice*?")).build();
			return this.cards.send(chat, viewer, card);
		}

		void takeBack(SentCard sent) {
			this.cards.delete(sent.messageId());
		}

	}

}
