package io.ephemeral.feishu.simulator;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.annotations.SerializedName;
import com.lark.oapi.Client;
import com.lark.oapi.core.response.RawResponse;
import com.lark.oapi.core.token.AccessTokenType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The platform's own client as a witness that is not of our making.
 */
class OfficialSdkTests {

	// Not shared by the tests: the SDK keeps tokens in a static cache, by app id.
	private final FeishuSimulator feishu = FeishuSimulator.start();

	@AfterEach
	void close() {
		this.feishu.close();
	}

	@Test
	void sendWhenBySdkThenViewerSeesCard() throws Exception {
		SimulatedChat chat = this.feishu.createChat("ada", "bob");

		RawResponse response = client().post(TestClient.SEND, new SendBody(chat, "ada"), AccessTokenType.Tenant);

		assertThat(response.getStatusCode()).isEqualTo(200);
		assertThat(chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Lunch?");
		assertThat(chat.seenBy("bob")).isEmpty();
	}

	@Test
	void deleteWhenBySdkThenCardIsGone() throws Exception {
		SimulatedChat chat = this.feishu.createChat("ada");
		Client client = client();
		client.post(TestClient.SEND, new SendBody(chat, "ada"), AccessTokenType.Tenant);

		client.post(TestClient.DELETE, new DeleteBody(chat.seenBy("ada").get(0).messageId()), AccessTokenType.Tenant);

		assertThat(chat.seenBy("ada")).isEmpty();
	}

	private Client client() {
		return Client.newBuilder(this.feishu.appId(), this.feishu.appSecret())
			.openBaseUrl(this.feishu.baseUrl().toString())
			.build();
	}

	// The SDK reflects over the fields of a body: a Map of the JDK would not do.
	private record SendBody(@SerializedName("chat_id") String chatId, @SerializedName("open_id") String openId,
			@SerializedName("msg_type") String messageType, JsonObject card) {

		SendBody(SimulatedChat chat, String viewer) {
			this(chat.id(), chat.openId(viewer), "interactive",
					JsonParser.parseString(TestClient.card("Lunch?").toString()).getAsJsonObject());
		}

	}

	private record DeleteBody(@SerializedName("message_id") String messageId) {

	}

}
