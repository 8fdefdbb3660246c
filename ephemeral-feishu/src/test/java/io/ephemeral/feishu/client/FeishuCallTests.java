package io.ephemeral.feishu.client;

import java.net.URI;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.TenantKey;
import org.junit.jupiter.api.Test;

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

}
