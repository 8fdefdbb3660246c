package io.ephemeral.feishu.callback;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.ThreadId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.event.AppTicketReceived;
import io.ephemeral.feishu.event.BotMenuPressed;
import io.ephemeral.feishu.event.FeishuEvent;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.event.MessageReceived.Mention;
import io.ephemeral.feishu.event.OtherEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Shapes of the official documents.
 */
class FeishuEventsTests {

	private static final String MESSAGE = """
			{"schema": "2.0",
			"header": {"event_id": "5e37", "event_type": "im.message.receive_v1", "create_time": "1608725989000",
			"token": "vt", "app_id": "cli_1", "tenant_key": "tenant-1"},
			"event": {
			"sender": {"sender_id": {"union_id": "on_1", "user_id": "u1", "open_id": "ou_1"}, "sender_type": "user"},
			"message": {"message_id": "om_1", "root_id": "om_0", "create_time": "1609073151345", "chat_id": "oc_1",
			"thread_id": "omt_1", "chat_type": "group", "message_type": "text",
			"content": "{\\"text\\":\\"@_user_1 /remind @_user_11 @_user_2\\"}",
			"mentions": [{"key": "@_user_1", "id": {"open_id": "ou_bot"}, "mentioned_type": "bot", "name": "Bot"},
			{"key": "@_user_2", "id": {"open_id": "ou_2"}, "mentioned_type": "user", "name": "Tom"}],
			"user_agent": "Mozilla/5.0 (Macintosh) LarkLocale/en_US SDK-Version/1"}}}""";

	@Test
	void messageWhenReceivedThenIsTyped() {
		MessageReceived message = (MessageReceived) read(MESSAGE);

		assertThat(message.id()).isEqualTo("5e37");
		assertThat(message.tenantKey()).isEqualTo(new TenantKey("tenant-1"));
		assertThat(message.chat()).isEqualTo(new ChatId("oc_1"));
		assertThat(message.group()).isTrue();
		assertThat(message.messageId()).isEqualTo(new MessageId("om_1"));
		assertThat(message.threadId()).isEqualTo(new ThreadId("omt_1"));
		assertThat(message.sender()).isEqualTo(Viewer.openId("ou_1"));
		assertThat(message.bot()).isFalse();
		assertThat(message.type()).isEqualTo("text");
		assertThat(message.mentions()).containsExactly(new Mention("ou_bot", "Bot"), new Mention("ou_2", "Tom"));
		assertThat(message.locale()).isEqualTo(Locale.US);
	}

	@Test
	void messageWhenSomebodyIsMentionedThenTextIsWithoutKeys() {
		assertThat(((MessageReceived) read(MESSAGE)).text()).isEqualTo("/remind @_user_11");
	}

	@Test
	void messageWhenItHasNoTextThenTextIsEmpty() {
		String image = MESSAGE.replaceAll("\"content\": \".*\",\n", "\"content\": \"{}\",\n");

		assertThat(((MessageReceived) read(image)).text()).isEmpty();
		assertThat(((MessageReceived) read(image.replace("\"{}\"", "\"no JSON\""))).text()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "p2p, false", "group, true", "topic, true" })
	void messageWhenInAnyChatThenSaysWhetherItIsAGroup(String type, boolean group) {
		assertThat(((MessageReceived) read(MESSAGE.replace("\"group\"", "\"" + type + "\""))).group()).isEqualTo(group);
	}

	@Test
	void messageWhenSenderIsNotToldThenIsAnotherEvent() {
		assertThat(read(MESSAGE.replace("\"open_id\": \"ou_1\"", "\"a\": \"b\""))).isInstanceOfSatisfying(
				OtherEvent.class, (event) -> assertThat(event.type()).isEqualTo("im.message.receive_v1"));
	}

	@Test
	void menuWhenPressedThenIsTyped() {
		assertThat(read("""
				{"schema": "2.0", "header": {"event_id": "1", "event_type": "application.bot.menu_v6"},
				"event": {"operator": {"operator_name": "Ada", "operator_id": {"open_id": "ou_1"}}, "event_key": "help",
				"timestamp": 1669364458}}""")).isInstanceOfSatisfying(BotMenuPressed.class, (menu) -> {
			assertThat(menu.operator()).isEqualTo(Viewer.openId("ou_1"));
			assertThat(menu.key()).isEqualTo("help");
			assertThat(menu.pressedAt()).isEqualTo(Instant.ofEpochSecond(1_669_364_458));
			assertThat(menu.tenantKey()).isNull();
		});
	}

	@Test
	void ticketWhenOfTheOldShapeThenIsTypedAndNotPrinted() {
		assertThat(read("""
				{"ts": "1502199207.7171419", "uuid": "bc44", "token": "vt", "type": "event_callback",
				"event": {"app_id": "cli_1", "app_ticket": "ticket-1", "type": "app_ticket"}}"""))
			.isInstanceOfSatisfying(AppTicketReceived.class, (ticket) -> {
				assertThat(ticket.id()).isEqualTo("bc44");
				assertThat(ticket.appId()).isEqualTo("cli_1");
				assertThat(ticket.ticket()).isEqualTo("ticket-1");
				assertThat(ticket.pushedAt()).isEqualTo(Instant.ofEpochMilli(1_502_199_207_717L));
				assertThat(ticket).asString().doesNotContain("ticket-1");
			});
	}

	@Test
	void eventWhenOfAnotherTypeThenIsJson() {
		assertThat(
				read("""
						{"schema": "2.0", "header": {"event_id": "1", "event_type": "im.chat.disbanded_v1"}, "event": {"chat_id": "oc_1"}}"""))
			.isInstanceOfSatisfying(OtherEvent.class,
					(event) -> assertThat(event.json().path("event").path("chat_id").asString()).isEqualTo("oc_1"));
	}

	@Test
	void eventWhenNotUnderstoodThenIsLoggedOncePerTypeWithoutItsContent() {
		Logger logger = (Logger) LoggerFactory.getLogger(FeishuEvents.class);
		Level level = logger.getLevel();
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		logger.setLevel(Level.DEBUG);
		logger.addAppender(log);
		String type = "test." + UUID.randomUUID();

		for (String event : List.of(type, type, type + ".other")) {
			read("""
					{"schema": "2.0", "header": {"event_id": "1", "event_type": "%s"}, "event": {"text": "secret"}}"""
				.formatted(event));
		}

		logger.detachAppender(log);
		logger.setLevel(level);
		assertThat(log.list).hasSize(2).allSatisfy((line) -> {
			assertThat(line.getLevel()).isEqualTo(Level.DEBUG);
			assertThat(line.getFormattedMessage()).contains(type).doesNotContain("secret");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{\"schema\":\"2.0\",\"header\":{\"event_type\":\"a\"}}",
					"{\"schema\":\"2.0\",\"header\":{\"event_id\":\"1\"}}", "{\"schema\":\"2.0\",\"header\":[]}" })
	void eventWhenWithoutIdOrTypeThenIsRefused(String json) {
		assertThatExceptionOfType(CallbackRejectedException.class).isThrownBy(() -> read(json));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "im.message.receive_v1 | `\"message\":{\"message_id\":\"om_1\"}` | om_1",
					"im.message.receive_v1 | `\"message\":{}` | 1", "im.message.receive_v1 | `\"message\":[]` | 1",
					"im.chat.disbanded_v1 | `\"message\":{\"message_id\":\"om_1\"}` | 1" })
	void deliveryIdWhenMessageHasIdThenIsThatOfTheMessage(String type, String event, String expected) {
		assertThat(unread("""
				{"schema": "2.0", "header": {"event_id": "1", "event_type": "%s"}, "event": {%s}}""".formatted(type,
				event))
			.deliveryId()).isEqualTo(expected);
	}

	@Test
	void readWhenAgainThenReturnsTheSameEvent() {
		FeishuEvents.Unread event = unread("""
				{"schema": "2.0", "header": {"event_id": "1", "event_type": "im.chat.disbanded_v1"}, "event": {}}""");

		assertThat(event.read()).isSameAs(event.read());
	}

	@Test
	void nameWhenNotReadThenIsThatOfItsClass() {
		FeishuEvents.Unread event = unread("""
				{"schema": "2.0", "header": {"event_id": "1", "event_type": "application.bot.menu_v6"},
				"event": {"operator": {"operator_id": {"open_id": "ou_1"}}, "event_key": "menu"}}""");

		assertThat(event.name()).isEqualTo("BotMenuPressed").isEqualTo(event.read().getClass().getSimpleName());
	}

	private static FeishuEvent read(String json) {
		return unread(json).read();
	}

	private static FeishuEvents.Unread unread(String json) {
		return FeishuEvents.of(CallbackPayload.of(CallbackMapper.INSTANCE.readTree(json), false));
	}

}
