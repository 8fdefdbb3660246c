package io.ephemeral.feishu.callback;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CardActionEventTests {

	@Test
	void clickWhenOfTheDocumentedShapeThenIsRead() {
		CardActionEvent event = CardActionEvent.parse(Clicks.submit("evt-1", "save", Clicks.FORM));

		assertThat(event.id()).isEqualTo("evt-1");
		assertThat(event.operator()).isEqualTo(Viewer.openId("ou_1"));
		assertThat(event.chat()).isEqualTo(new ChatId("oc_1"));
		assertThat(event.messageId()).isEqualTo(new MessageId("om_1"));
		assertThat(event.tenantKey()).isEqualTo(new TenantKey("tenant-1"));
		assertThat(event.token()).isEqualTo("c-1");
		assertThat(event.createdAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
		assertThat(event.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
		assertThat(event.name()).isEqualTo("save");
		assertThat(event.tag()).isEqualTo("button");
		assertThat(event.form().path("text").asString()).isEqualTo("1234");
	}

	@Test
	void clickWhenOfTheOldShapeThenIsRead() {
		CardActionEvent event = CardActionEvent.parse(Clicks.legacy("save"));

		assertThat(event.id()).isEqualTo("c-1");
		assertThat(event.action()).isEqualTo("save");
		assertThat(event.operator()).isEqualTo(Viewer.openId("ou_1"));
		assertThat(event.chat()).isEqualTo(new ChatId("oc_1"));
		assertThat(event.messageId()).isEqualTo(new MessageId("om_1"));
		assertThat(event.tenantKey()).isEqualTo(new TenantKey("tenant-1"));
		assertThat(event.createdAt()).isNull();
	}

	@Test
	void clickWhenContextIsBesideTheEventThenIsRead() {
		CardActionEvent event = CardActionEvent.parse("""
				{"schema": "2.0", "header": {"event_id": "1", "event_type": "card.action.trigger"},
				"event": {"operator": {"open_id": "ou_1"}, "action": {"tag": "checker"}},
				"host": "im_message", "context": {"open_message_id": "om_1", "open_chat_id": "oc_1"}}""");

		assertThat(event.chat()).isEqualTo(new ChatId("oc_1"));
		assertThat(event.messageId()).isEqualTo(new MessageId("om_1"));
	}

	@Test
	void clickWhenIdsAreDirectlyInTheEventThenIsRead() {
		CardActionEvent event = CardActionEvent
			.parse("""
					{"schema": "2.0", "header": {"event_id": "1", "event_type": "card.action.trigger"},
					"event": {"operator": {"open_id": "ou_1"}, "action": {}, "open_message_id": "om_1", "open_chat_id": "oc_1"}}""");

		assertThat(event.chat()).isEqualTo(new ChatId("oc_1"));
		assertThat(event.messageId()).isEqualTo(new MessageId("om_1"));
	}

	@Test
	void clickWhenAllIsFlatThenIsRead() {
		CardActionEvent event = CardActionEvent.parse("""
				{"schema": "2.0", "header": {"event_id": "1", "event_type": "card.action.trigger"},
				"operator": {"open_id": "ou_1"}, "action": {"value": "save"}, "token": "c-1",
				"open_message_id": "om_1", "open_chat_id": "oc_1"}""");

		assertThat(event.operator()).isEqualTo(Viewer.openId("ou_1"));
		assertThat(event.action()).isEqualTo("save");
		assertThat(event.chat()).isEqualTo(new ChatId("oc_1"));
	}

	@Test
	void clickWhenOnlyUserIdIsToldThenOperatorHasIt() {
		CardActionEvent event = CardActionEvent
			.parse(Clicks.button("1", "save").replace("\"open_id\": \"ou_1\"", "\"user_id\": \"u1\""));

		assertThat(event.operator()).isEqualTo(Viewer.userId("u1"));
	}

	@Test
	void clickWhenPlatformHasNotSaidWhereThenSaysSoWhenAsked() {
		CardActionEvent event = CardActionEvent.parse("""
				{"schema": "2.0", "header": {"event_id": "1", "event_type": "card.action.trigger"},
				"event": {"operator": {"open_id": "ou_1"}, "action": {}}}""");

		assertThatIllegalStateException().isThrownBy(event::chat).withMessageContaining("open_chat_id");
		assertThatIllegalStateException().isThrownBy(event::messageId).withMessageContaining("open_message_id");
		assertThat(event.token()).isNull();
		assertThat(event.tenantKey()).isNull();
		assertThat(event.action()).isNull();
		assertThat(event.zone()).isNull();
		assertThat(event.options()).isEmpty();
		assertThat(event.checked()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "\"value\": {\"action\": \"save\"}, \"name\": \"b\" | save",
					"\"value\": \"save\", \"name\": \"b\" | save", "\"name\": \"save\" | save",
					"\"value\": {\"key\": 1}, \"name\": \"save\" | save",
					"\"value\": {\"action\": {\"a\": 1}}, \"name\": \"save\" | save",
					"\"value\": \"\", \"name\": \"save\" | save", "\"value\": null, \"name\": \"save\" | save" })
	void actionWhenNamedInAnyWayThenIsFound(String members, String action) {
		assertThat(CardActionEvent.parse(Clicks.click("1", members)).action()).isEqualTo(action);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"option\": \"a\"", "\"options\": \"a\"", "\"options\": [\"a\"]",
			"\"options\": [\"a\", \"\"]", "\"option\": [\"a\"]" })
	void optionWhenStringOrArrayThenIsRead(String members) {
		CardActionEvent event = CardActionEvent.parse(Clicks.click("1", members));

		assertThat(event.option()).isEqualTo("a");
		assertThat(event.options()).containsExactly("a");
	}

	@ParameterizedTest
	@CsvSource({ "true, true", "'\"true\"', true", "false, false", "'\"false\"', false", "null, false" })
	void checkedWhenBooleanOrStringThenIsRead(String value, boolean checked) {
		assertThat(CardActionEvent.parse(Clicks.click("1", "\"checked\": " + value)).checked()).isEqualTo(checked);
	}

	@ParameterizedTest
	@CsvSource({ "1700000000000000", "1700000000000", "1700000000" })
	void createdAtWhenInAnyUnitThenIsTheSame(String time) {
		assertThat(CardActionEvent.parse(Clicks.button("1", "save").replace("1700000000000000", time)).createdAt())
			.isEqualTo(Instant.ofEpochSecond(1_700_000_000));
	}

	@ParameterizedTest
	@CsvSource({ "zh_cn, zh-CN", "zh-CN, zh-CN", "en_us, en-US", "'', ", "1234567890, " })
	void localeWhenApplicationHasPutItIntoTheValueThenIsRead(String value, String tag) {
		CardActionEvent event = CardActionEvent.parse(Clicks.click("1", "\"value\": {\"locale\": \"" + value + "\"}"));

		assertThat(event.locale()).isEqualTo((tag != null) ? Locale.forLanguageTag(tag) : null);
	}

	@Test
	void zoneWhenUnknownThenIsAbsent() {
		assertThat(CardActionEvent.parse(Clicks.click("1", "\"timezone\": \"Mars/Base\"")).zone()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "{}", "{\"type\":\"url_verification\"}" })
	void parseWhenNoClickThenFails(String json) {
		assertThatIllegalArgumentException().isThrownBy(() -> CardActionEvent.parse(json));
	}

}
