package io.ephemeral.feishu.message;

import java.util.UUID;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.client.FeishuCall;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

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

}
