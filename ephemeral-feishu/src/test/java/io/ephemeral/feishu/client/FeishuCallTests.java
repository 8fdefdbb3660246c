package io.ephemeral.feishu.client;

import java.net.URI;
import java.util.UUID;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FeishuCallTests {

	@Test
	void callWhenOperationOrPathIsMissingThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> FeishuCall.post(" ", "/open-apis"))
			.withMessageContaining("operation");
		assertThatIllegalArgumentException().isThrownBy(() -> FeishuCall.post("a.b", "open-apis"))
			.withMessageContaining("path");
	}

	@Test
	void callWhenPrintedThenShowsNeitherBodyNorToken() {
		FeishuCall call = FeishuCall.post("a.b", "/open-apis")
			.body("salary of Ada")
			.with(FeishuAttributes.accessToken("u-1"));

		assertThat(call).hasToString("FeishuCall[a.b]");
	}

	@Test
	void attributesWhenSetThenAreReadFromTheRequest() {
		FeishuCall call = FeishuCall.post("a.b", "/open-apis")
			.with(FeishuAttributes.accessToken("u-1"))
			.with(FeishuAttributes.chat(new ChatId("oc_1")))
			.with(FeishuAttributes.tenant(new TenantKey("t1")))
			.idempotent();
		ClientRequest request = ClientRequest.create(call.method(), URI.create("https://open.feishu.cn" + call.path()))
			.attributes((attributes) -> attributes.putAll(call.attributes()))
			.build();

		assertThat(FeishuAttributes.accessTokenOf(request)).isEqualTo("u-1");
		assertThat(FeishuAttributes.chatOf(request)).isEqualTo(new ChatId("oc_1"));
		assertThat(FeishuAttributes.tenantOf(request)).isEqualTo(new TenantKey("t1"));
		assertThat(Operations.isIdempotent(request)).isTrue();
	}

	@Test
	void accessTokenWhenBlankThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> FeishuAttributes.accessToken(" "));
	}

	@Test
	void messageCallsWhenRepeatedThenDoNoHarm() {
		FeishuCall send = MessageCalls.sendCard("chat_id", "oc_1", "{}", new UUID(1, 2));
		FeishuCall recall = MessageCalls.recall(new MessageId("om_1"));

		assertThat(send.attributes()).containsKey(Operations.IDEMPOTENT);
		assertThat(recall.method()).isEqualTo(HttpMethod.DELETE);
		assertThat(recall.variables()).containsExactly(new MessageId("om_1"));
		assertThat(recall.attributes()).containsKey(Operations.IDEMPOTENT);
		assertThat(WireMapper.INSTANCE.valueToTree(send.body()).toString()).isEqualTo(
				"{\"receive_id\":\"oc_1\",\"msg_type\":\"interactive\",\"content\":\"{}\",\"uuid\":\"00000000-0000-0001-0000-000000000002\"}");
	}

}
