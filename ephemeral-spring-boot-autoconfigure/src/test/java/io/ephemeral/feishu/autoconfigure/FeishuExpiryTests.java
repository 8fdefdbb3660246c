package io.ephemeral.feishu.autoconfigure;

import java.time.Duration;
import java.time.Instant;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.CardExpired;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.ExpiredCard;
import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.ephemeral.PendingExpiry;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.ephemeral.feishu.system.PatientSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FeishuSimulatorExtension.class)
class FeishuExpiryTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FeishuAutoConfiguration.class));

	@Test
	void stopWhenCardsAreToBeDeletedThenNoneIsLeft(FeishuSimulator feishu) {
		SimulatedChat chat = feishu.createChat("ada");

		connected(feishu).withPropertyValues("feishu.expiry.delete-on-shutdown=true")
			.run((context) -> sendExpiring(context, chat));

		assertThat(chat.seenBy("ada")).isEmpty();
	}

	@Test
	void stopWhenNothingIsSaidThenCardsStay(FeishuSimulator feishu) {
		SimulatedChat chat = feishu.createChat("ada");

		connected(feishu).run((context) -> sendExpiring(context, chat));

		assertThat(chat.seenBy("ada")).hasSize(1);
	}

	@Test
	void startWhenApplicationHasItsOwnStoreThenItIsAsked(FeishuSimulator feishu) {
		AskedStore store = new AskedStore();

		connected(feishu).withBean(ExpiryStore.class, () -> store)
			.run((context) -> assertThat(store.asked.asMono().block(PatientSession.PATIENCE)).isNotNull());
	}

	@Test
	void contextWhenAnswersAreKeptTooLongThenNamesProperty(FeishuSimulator feishu) {
		connected(feishu).withPropertyValues("feishu.chat-guard.cache-for=6m")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("feishu.chat-guard.cache-for"));
	}

	@Test
	void expiryWhenBeanHasAMethodForItThenMethodHearsWhoseCardItWas(FeishuSimulator feishu) {
		SimulatedChat chat = feishu.createChat("ada");
		Expiries expiries = new Expiries();

		connected(feishu).withBean(Expiries.class, () -> expiries).run((context) -> {
			context.getBean(EphemeralCardTemplate.class)
				.newCard(Card.builder().title("Lunch?").build())
				.chat(new ChatId(chat.id()))
				.viewer(Viewer.openId(chat.openId("ada")))
				.expiresAfter(Duration.ofMillis(1))
				.send();

			ExpiredCard expired = expiries.heard.asMono().block(PatientSession.PATIENCE);
			assertThat(expired.viewer()).isEqualTo(Viewer.openId(chat.openId("ada")));
			assertThat(expired.chat().value()).isEqualTo(chat.id());
			assertThat(chat.seenBy("ada")).isEmpty();
		});
	}

	private ApplicationContextRunner connected(FeishuSimulator feishu) {
		return this.runner.withPropertyValues("feishu.app-id=" + feishu.appId(),
				"feishu.app-secret=" + feishu.appSecret(), "feishu.base-url=" + feishu.baseUrl());
	}

	private static void sendExpiring(AssertableApplicationContext context, SimulatedChat chat) {
		context.getBean(EphemeralCardTemplate.class)
			.newCard(Card.builder().title("Lunch?").build())
			.chat(new ChatId(chat.id()))
			.viewer(Viewer.openId(chat.openId("ada")))
			.expiresAfter(Duration.ofHours(1))
			.send();
		assertThat(chat.seenBy("ada")).hasSize(1);
	}

	private static final class AskedStore implements ExpiryStore {

		private final Sinks.One<Instant> asked = Sinks.one();

		@Override
		public Mono<Void> save(PendingExpiry expiry) {
			return Mono.empty();
		}

		@Override
		public Mono<Void> remove(MessageId message) {
			return Mono.empty();
		}

		@Override
		public Flux<PendingExpiry> claim(Instant now, Instant until, int limit) {
			this.asked.tryEmitValue(now);
			return Flux.empty();
		}

	}

	static class Expiries {

		private final Sinks.One<ExpiredCard> heard = Sinks.one();

		@CardExpired
		void onExpiry(ExpiredCard card) {
			this.heard.tryEmitValue(card);
		}

	}

}
