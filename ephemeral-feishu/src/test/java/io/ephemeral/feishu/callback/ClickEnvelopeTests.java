package io.ephemeral.feishu.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.event.FeishuEvent;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.event.OtherEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Envelope of a click or an event, nested as the platform documents it or with the fields
 * of the header at the top, as SDKs show it.
 */
class ClickEnvelopeTests {

	private static final String FLAT = """
			{"schema": "2.0", "event_id": "evt-1", "token": "vt_test_abc", "create_time": "1700000000000000",
			"event_type": "card.action.trigger", "tenant_key": "tenant-1", "app_id": "cli_1",
			"event": {"operator": {"open_id": "ou_1", "name": "Ada"}, "token": "c-1", "host": "im_message",
			"action": {"tag": "button", "value": {"action": "save"}},
			"context": {"open_message_id": "om_1", "open_chat_id": "oc_1"}}}""";

	@Test
	void clickWhenHeaderIsFlatThenIsRead() {
		CardActionEvent event = CardActionEvent.parse(FLAT);

		assertThat(event.id()).isEqualTo("evt-1");
		assertThat(event.operator()).isEqualTo(Viewer.openId("ou_1"));
		assertThat(event.tenantKey()).isEqualTo(new TenantKey("tenant-1"));
		assertThat(event.createdAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
		assertThat(event.token()).isEqualTo("c-1");
		assertThat(event.action()).isEqualTo("save");
		assertThat(event.chat()).isEqualTo(new ChatId("oc_1"));
		assertThat(event.messageId()).isEqualTo(new MessageId("om_1"));
		assertThat(event.isLegacy()).isFalse();
	}

	@Test
	void clickWhenHeaderIsFlatThenIsVerifiedByItsToken() {
		assertThat(open(FLAT).isClick()).isTrue();
		assertThatExceptionOfType(CallbackRejectedException.class)
			.isThrownBy(() -> open(FLAT.replace("vt_test_abc", "vt_test_abd")));
		assertThatExceptionOfType(CallbackRejectedException.class)
			.isThrownBy(() -> open(FLAT.replace("\"token\": \"vt_test_abc\",", "")));
	}

	@Test
	void clickWhenHeaderIsFlatThenIsNoOldShape() {
		SignedCallback callback = SignedCallback.legacy(FLAT);

		assertThatExceptionOfType(CallbackRejectedException.class)
			.isThrownBy(() -> open(callback.headers(), callback.body()));
	}

	@Test
	void clickWhenWithoutSchemaThenIsRead() {
		assertThat(CardActionEvent.parse(FLAT.replace("\"schema\": \"2.0\",", "")).id()).isEqualTo("evt-1");
	}

	@Test
	void clickWhenEverythingIsFlatThenIsRead() {
		CardActionEvent event = CardActionEvent.parse("""
				{"schema": "2.0", "event_id": "evt-1", "token": "c-1", "create_time": 1700000000,
				"event_type": "card.action.trigger", "tenant_key": "tenant-1", "app_id": "cli_1",
				"operator": {"open_id": "ou_1"}, "host": "im_message",
				"action": {"tag": "button", "name": "save", "form_value": {"text": "a"}},
				"context": {"open_message_id": "om_1", "open_chat_id": "oc_1"}}""");

		assertThat(event.token()).isEqualTo("c-1");
		assertThat(event.action()).isEqualTo("save");
		assertThat(event.form().path("text").asString()).isEqualTo("a");
		assertThat(event.messageId()).isEqualTo(new MessageId("om_1"));
	}

	@Test
	void clickWhenOnlyTheAppsTokenIsThereThenNeitherTokenNorIdIsIt() {
		CardActionEvent event = CardActionEvent.parse("""
				{"schema": "2.0", "token": "vt_test_abc", "event_type": "card.action.trigger",
				"operator": {"open_id": "ou_1"}, "action": {"value": "save"}}""");

		assertThat(event.token()).isNull();
		assertThat(event.id()).doesNotContain("vt_test_abc");
	}

	@Test
	void messageWhenHeaderIsFlatThenIsRead() {
		FeishuEvent event = read("""
				{"schema": "2.0", "event_id": "evt-1", "token": "vt_test_abc", "create_time": "1700000000000",
				"event_type": "im.message.receive_v1", "tenant_key": "tenant-1", "app_id": "cli_1",
				"event": {"sender": {"sender_id": {"open_id": "ou_1"}, "sender_type": "user"},
				"message": {"message_id": "om_1", "chat_id": "oc_1", "chat_type": "group", "message_type": "text",
				"content": "{\\"text\\":\\"/remind\\"}"}}}""");

		assertThat(event).isInstanceOfSatisfying(MessageReceived.class, (message) -> {
			assertThat(message.id()).isEqualTo("evt-1");
			assertThat(message.tenantKey()).isEqualTo(new TenantKey("tenant-1"));
			assertThat(message.text()).isEqualTo("/remind");
		});
	}

	@Test
	void eventWhenHeaderIsFlatAndTypeIsUnknownThenIsOtherEvent() {
		FeishuEvent event = read("""
				{"schema": "2.0", "event_id": "evt-1", "token": "vt_test_abc", "event_type": "im.chat.updated_v1",
				"event": {}}""");

		assertThat(event).isInstanceOfSatisfying(OtherEvent.class,
				(other) -> assertThat(other.type()).isEqualTo("im.chat.updated_v1"));
	}

	@ParameterizedTest
	@CsvSource({ "1700000000123456, 2023-11-14T22:13:20.123456Z", "1700000000123, 2023-11-14T22:13:20.123Z",
			"1700000000, 2023-11-14T22:13:20Z", "0, 1970-01-01T00:00:00Z", "99999999999, 5138-11-16T09:46:39Z",
			"100000000000, 1973-03-03T09:46:40Z", "soon, ", "'', ", "99999999999999999999, " })
	void createdAtWhenFlatInAnyUnitThenIsRead(String time, Instant expected) {
		assertThat(CardActionEvent.parse(FLAT.replace("1700000000000000", time)).createdAt()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "im_message", "im_top_notice", "new_place" })
	void hostWhenOfAnyValueThenIsKept(String host) {
		assertThat(CardActionEvent.parse(FLAT.replace("im_message", host)).host()).isEqualTo(host);
	}

	@Test
	void hostWhenBesideTheEventOrMissingThenIsReadOrAbsent() {
		String without = FLAT.replace("\"host\": \"im_message\",", "");

		assertThat(CardActionEvent.parse(without).host()).isNull();
		assertThat(
				CardActionEvent.parse(without.replace("\"schema\"", "\"host\": \"im_top_notice\", \"schema\"")).host())
			.isEqualTo("im_top_notice");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			// The place that the platform documents counts first.
			"{`context`: {`open_message_id`: `om_1`}, `open_message_id`: `om_2`} | om_1",
			"{`context`: {`open_message_id`: `card-action-c-1`}, `open_message_id`: `om_2`} | om_2",
			"{`context`: {`url`: `https://example.com`}, `open_message_id`: `om_2`} | om_2",
			"{`context`: null, `open_message_id`: `om_2`} | om_2",
			"{`context`: {`open_message_id`: `om_x100b_a-Z`}} | om_x100b_a-Z" })
	void messageIdWhenInSeveralPlacesThenFirstThatIsOneCounts(String event, String expected) {
		CardActionEvent click = CardActionEvent.parse("""
				{"schema": "2.0", "header": {"event_id": "1", "event_type": "card.action.trigger"}, "operator":
				{"open_id": "ou_1"}, "event": %s, "context": {"open_message_id": "om_3"}}"""
			.formatted(event.replace('`', '"')));

		assertThat(click.messageId()).isEqualTo(new MessageId(expected));
	}

	@ParameterizedTest
	@ValueSource(strings = { "card-action-c-1", "omt_1", "OM_1", "c-1", "om" })
	void messageIdWhenNotOfAMessageThenIsNotTaken(String id) {
		CardActionEvent event = CardActionEvent.parse(FLAT.replace("\"om_1\"", '"' + id + '"'));

		assertThat(event.chat()).isEqualTo(new ChatId("oc_1"));
		assertThatIllegalStateException().isThrownBy(event::messageId).withMessageContaining("om_");
	}

	private static FeishuEvent read(String json) {
		return FeishuEvents.of(open(json)).read();
	}

	private static CallbackPayload open(String body) {
		SignedCallback callback = SignedCallback.of(body);
		return open(callback.headers(), callback.body());
	}

	private static CallbackPayload open(HttpHeaders headers, byte[] body) {
		return new CallbackVerification(SignedCallback.KEYS, true, Duration.ofMinutes(5),
				Clock.fixed(SignedCallback.NOW, ZoneOffset.UTC))
			.open(headers, body);
	}

}
