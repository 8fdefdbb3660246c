package io.ephemeral.feishu.test;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.group.GroupCardTemplate;
import io.ephemeral.feishu.message.MessageText;
import io.ephemeral.feishu.message.TextMessageTemplate;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.context.ApplicationContext;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Chat of Ada and Bob, and the application that leaks.
 *
 * @param context the application
 * @param chat the chat
 * @param words words that Ada may see
 */
record LeakScene(ApplicationContext context, SimulatedChat chat, String words) {

	EphemeralCardTemplate cards() {
		return this.context.getBean(EphemeralCardTemplate.class);
	}

	GroupCardTemplate groupCards() {
		return this.context.getBean(GroupCardTemplate.class);
	}

	TextMessageTemplate texts() {
		return this.context.getBean(TextMessageTemplate.class);
	}

	MeterRegistry meters() {
		return this.context.getBean(MeterRegistry.class);
	}

	Card card() {
		return this.context.getBean(LeakyBot.class).card();
	}

	MessageText text() {
		return MessageText.of(this.words);
	}

	ChatId chatId() {
		return new ChatId(this.chat.id());
	}

	Viewer viewer(String name) {
		return Viewer.openId(this.chat.openId(name));
	}

	SentCard sendTo(String name, CardContent card) {
		return cards().send(chatId(), viewer(name), card);
	}

	void sendToCarlElsewhere(CardContent card) {
		SimulatedChat other = this.context.getBean(FeishuSimulator.class).createChat("carl");
		cards().send(new ChatId(other.id()), Viewer.openId(other.openId("carl")), card);
	}

	void press(String name, String button) {
		String menu = sendTo(name, LeakyBot.MENU).messageId().value();
		this.chat.seenBy(name)
			.stream()
			.filter((card) -> card.messageId().equals(menu))
			.forEach((card) -> card.press(button));
	}

	Observation observation(String name) {
		return Observation.start(name, this.context.getBean(ObservationRegistry.class));
	}

	/** Calls another host, which refuses the request. */
	void callOther(String query, String header, String body) {
		try (FeishuSimulator other = FeishuSimulator.start()) {
			this.context.getBean(WebClient.Builder.class)
				.build()
				.post()
				.uri(other.baseUrl() + "/pay" + query)
				.header("X-Pay", header)
				.bodyValue(body)
				.exchangeToMono((response) -> response.releaseBody())
				.block();
		}
	}

}
