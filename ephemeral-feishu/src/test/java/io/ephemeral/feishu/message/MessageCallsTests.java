package io.ephemeral.feishu.message;

import java.util.UUID;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.client.FeishuCall;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MessageCalls}.
 */
class MessageCallsTests {

	@Test
	void sendWhenRepeatedThenDoesNoHarm() {
		FeishuCall send = MessageCalls.send(new ChatId("oc_1"), OutgoingMessage.card("{}", new UUID(1, 2).toString()));

		assertThat(send).isEqualTo(send.idempotent());
		assertThat(JsonMapper.shared().writeValueAsString(send.body())).isEqualTo(
				"{\"receive_id\":\"oc_1\",\"msg_type\":\"interactive\",\"content\":\"{}\",\"uuid\":\"00000000-0000-0001-0000-000000000002\"}");
	}

	@Test
	void recallWhenRepeatedThenDoesNoHarm() {
		FeishuCall recall = MessageCalls.recall(new MessageId("om_1"));

		assertThat(recall).isEqualTo(recall.idempotent());
		assertThat(recall.method()).isEqualTo(HttpMethod.DELETE);
		assertThat(recall.variables()).containsExactly(new MessageId("om_1"));
	}

	@Test
	void sendWhenToOnePersonThenKindOfIdFollows() {
		OutgoingMessage message = OutgoingMessage.text("{}", "1");

		assertThat(MessageCalls.send(Viewer.openId("ou_1"), message).variables()).containsExactly("open_id");
		assertThat(MessageCalls.send(Viewer.userId("ada"), message).variables()).containsExactly("user_id");
		assertThat(MessageCalls.send(Viewer.email("ada@example.com"), message).variables()).containsExactly("email");
	}

	@Test
	void replyWhenRepeatedThenDoesNoHarm() {
		OutgoingMessage message = OutgoingMessage.text("{}", "1");
		FeishuCall reply = MessageCalls.reply(new MessageId("om_1"), message);

		assertThat(reply).isEqualTo(reply.idempotent());
		assertThat(reply.body()).isEqualTo(message);
		assertThat(reply.variables()).containsExactly("om_1");
	}

	@Test
	void messageWhenIncompleteThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> new OutgoingMessage("", "{}", "1"))
			.withMessageContaining("type");
		assertThatIllegalArgumentException().isThrownBy(() -> new OutgoingMessage("text", "", "1"))
			.withMessageContaining("content");
		assertThatIllegalArgumentException().isThrownBy(() -> new OutgoingMessage("text", "{}", ""))
			.withMessageContaining("uuid");
	}

	@Test
	void messageWhenPrintedThenContentStaysOut() {
		assertThat(OutgoingMessage.text("{\"text\":\"secret\"}", "1")).hasToString("OutgoingMessage[text]");
	}

}
