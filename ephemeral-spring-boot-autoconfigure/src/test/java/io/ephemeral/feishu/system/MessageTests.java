package io.ephemeral.feishu.system;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.bot.BotIdentity;
import io.ephemeral.feishu.event.MessageContent;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.message.MessageText;
import io.ephemeral.feishu.message.MessageUuid;
import io.ephemeral.feishu.message.SentText;
import io.ephemeral.feishu.message.TextMessageOperations;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.MemberMessage;
import io.ephemeral.feishu.simulator.ShownText;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages of members, and texts of the bot.
 */
@SpringBootTest(classes = { TestApplication.class, MessageTests.Listener.class },
		webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(LongDeadlines.class)
class MessageTests {

	@Autowired
	private FeishuSimulator feishu;

	@Autowired
	private TextMessageOperations texts;

	@Autowired
	private BotIdentity bot;

	@Autowired
	private Listener listener;

	private SimulatedChat chat;

	@BeforeEach
	void createChat() {
		this.feishu.reset();
		this.chat = this.feishu.createChat("ada", "bob");
	}

	@Test
	void messageWhenItMentionsTheBotThenBotIsKnown() throws InterruptedException {
		this.chat.member("ada").mentionsBot("/remind\nme");
		MessageReceived mentioning = this.listener.next();
		this.chat.member("ada").sends(MemberMessage.builder().mention(this.chat.member("bob")).text("Hi").build());
		MessageReceived other = this.listener.next();

		assertThat(mentioning.text()).isEqualTo("/remind\nme");
		assertThat(mentioning.type()).isEqualTo("post");
		assertThat(this.bot.isMentionedIn(mentioning)).isTrue();
		assertThat(this.bot.isMentionedIn(other)).isFalse();
		assertThat(this.bot.openId()).isEqualTo(this.feishu.botOpenId());
	}

	@Test
	void messageWhenItMentionsAllThenSaysSo() throws InterruptedException {
		this.chat.member("ada").mentionsAll("/remind");

		MessageReceived message = this.listener.next();
		assertThat(message.text()).isEqualTo("/remind");
		assertThat(message.mentionsAll()).isTrue();
		assertThat(this.bot.isMentionedIn(message)).isFalse();
	}

	@Test
	void messageWhenOfAnotherTypeThenContentIsTyped() throws InterruptedException {
		this.chat.member("ada").sends(MemberMessage.contact(this.chat.member("bob")));

		assertThat(this.listener.next().content())
			.isEqualTo(new MessageContent.ShareUser(Viewer.openId(this.chat.openId("bob"))));
	}

	@Test
	void replyWhenTextThenEverybodyReadsItAndTagsOfOthersMentionNobody() throws InterruptedException {
		this.chat.member("ada").says("<at user_id=\"all\"></at>");
		MessageReceived message = this.listener.next();

		this.texts.reply(message, MessageText.builder().mention(message.sender()).text(" " + message.text()).build());

		assertThat(textsSeenBy("bob").get(1)).startsWith("@ada <").doesNotContain("@all", "<at").endsWith("/at>");
	}

	@Test
	void sendWhenRepeatedWithOneUuidThenIsShownOnce() {
		MessageUuid uuid = MessageUuid.random();
		ChatId group = new ChatId(this.chat.id());

		SentText first = this.texts.send(group, MessageText.of("Hello\nall"), uuid);

		assertThat(this.texts.send(group, MessageText.of("Hello\nall"), uuid)).isEqualTo(first);
		assertThat(textsSeenBy("bob")).containsExactly("Hello\nall");
	}

	@Test
	void sendWhenToAPersonThenOnlyThatPersonReadsIt() {
		SentText sent = this.texts.send(Viewer.openId(this.chat.openId("ada")), MessageText.of("Hello"));

		SimulatedChat direct = this.chat.member("ada").directChat();
		assertThat(sent.chat().value()).isEqualTo(direct.id());
		assertThat(direct.messagesSeenBy("ada")).hasSize(1);
		assertThat(textsSeenBy("bob")).isEmpty();
	}

	private List<String> textsSeenBy(String name) {
		return this.chat.messagesSeenBy(name).stream().map((message) -> ((ShownText) message).text()).toList();
	}

	static class Listener {

		private final BlockingQueue<MessageReceived> messages = new LinkedBlockingQueue<>();

		@EventListener
		void onMessage(MessageReceived message) {
			this.messages.add(message);
		}

		MessageReceived next() throws InterruptedException {
			MessageReceived message = this.messages.poll(5, TimeUnit.MINUTES);
			assertThat(message).isNotNull();
			return message;
		}

	}

}
