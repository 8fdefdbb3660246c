package io.ephemeral.feishu.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownToast;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Time that passes for the application and the simulator together.
 */
@SpringBootTest(classes = { TestApplication.class, AdvanceTests.Bot.class },
		webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(LongDeadlines.class)
class AdvanceTests {

	private static final String TOKEN_PATH = "/open-apis/auth/v3/tenant_access_token/internal";

	private static final Card QUESTION = Card.builder()
		.title("Lunch?")
		.add(Button.builder("Later").callback("later"))
		.build();

	@Autowired
	private FeishuSimulator feishu;

	@Autowired
	private EphemeralCardTemplate cards;

	private SimulatedChat chat;

	@BeforeEach
	void createChat() {
		this.feishu.reset();
		this.chat = this.feishu.createChat("ada");
	}

	private void ask(Duration expiry) {
		this.cards.newCard(QUESTION)
			.chat(new ChatId(this.chat.id()))
			.viewer(Viewer.openId(this.chat.openId("ada")))
			.expiresAfter(expiry)
			.send();
	}

	@Test
	void advanceWhenCardExpiresThenIsGoneAndNotBefore() {
		ask(Duration.ofMinutes(10));

		this.feishu.advance(Duration.ofMinutes(9));
		assertThat(this.chat.seenBy("ada")).hasSize(1);

		this.feishu.advance(Duration.ofMinutes(1));
		assertThat(this.chat.seenBy("ada")).isEmpty();
	}

	@Test
	void advanceWhenTokenEndsThenNextCallFetchesAnother() {
		ask(Duration.ofDays(2));
		int requests = this.feishu.requestsTo(TOKEN_PATH).size();

		this.feishu.advance(Duration.ofHours(3));
		ask(Duration.ofDays(2));

		assertThat(this.chat.seenBy("ada")).hasSize(2);
		assertThat(this.feishu.requestsTo(TOKEN_PATH)).hasSize(requests + 1);
	}

	@Test
	void advanceWhenDayHasPassedThenClickIsAccepted() {
		ask(Duration.ofDays(2));

		this.feishu.advance(Duration.ofDays(1));

		assertThat(this.chat.seenBy("ada").get(0).press("Later")).hasValue(new ShownToast("info", "Later", 0));
	}

	@Test
	void clockWhenApplicationIsOnSimulatorThenIsThatOfSimulator(@Autowired @Qualifier("feishuClock") Clock clock) {
		Instant before = clock.instant();

		this.feishu.advance(Duration.ofDays(1));

		assertThat(clock.instant()).isAfterOrEqualTo(before.plus(Duration.ofDays(1)));
	}

	@Configuration(proxyBeanMethods = false)
	static class Bot {

		@CardAction("later")
		CardActionReply later() {
			return CardActionReply.info("Later");
		}

	}

}
