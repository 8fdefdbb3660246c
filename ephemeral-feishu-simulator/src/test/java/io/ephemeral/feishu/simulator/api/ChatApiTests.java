package io.ephemeral.feishu.simulator.api;

import java.util.List;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.TestClient;
import io.ephemeral.feishu.simulator.TestClient.Answer;
import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FeishuSimulatorExtension.class)
class ChatApiTests {

	@Test
	void listWhenBotIsInGroupsThenHasThemWithoutDirectChats(FeishuSimulator feishu) {
		SimulatedChat lunch = feishu.chat("Lunch").members("ada").create();
		feishu.chat("Left").members("ada").create().removeBot();
		lunch.member("ada").directChat();

		JsonNode data = list(feishu, "").body().path("data");

		assertThat(ids(data)).containsExactly(lunch.id());
		assertThat(data.at("/items/0/name").asString()).isEqualTo("Lunch");
		assertThat(data.path("has_more").asBoolean(true)).isFalse();
	}

	@Test
	void listWhenGroupsAreManyThenHasPages(FeishuSimulator feishu) {
		List<String> groups = List.of(feishu.createChat("ada").id(), feishu.createChat("ada").id());

		JsonNode first = list(feishu, "?page_size=1").body().path("data");
		JsonNode second = list(feishu, "?page_size=1&page_token=" + first.path("page_token").asString()).body()
			.path("data");

		assertThat(first.path("has_more").asBoolean()).isTrue();
		assertThat(ids(first)).containsExactly(groups.get(0));
		assertThat(ids(second)).containsExactly(groups.get(1));
		assertThat(second.path("has_more").asBoolean(true)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?page_size=0", "?page_size=101", "?page_size=many", "?page_token=-1" })
	void listWhenPageIsInvalidThenIsRefused(String query, FeishuSimulator feishu) {
		assertThat(list(feishu, query).code()).isEqualTo(99992402);
	}

	@Test
	void listWhenScopeIsMissingThenIsRefused(FeishuSimulator feishu) {
		feishu.grantOnly("im:message");

		assertThat(list(feishu, "").code()).isEqualTo(99991672);
	}

	private static Answer list(FeishuSimulator feishu, String query) {
		return new TestClient(feishu).call(HttpMethod.GET, "/open-apis/im/v1/chats" + query, "");
	}

	private static List<String> ids(JsonNode data) {
		return data.path("items").valueStream().map((item) -> item.path("chat_id").asString()).toList();
	}

}
