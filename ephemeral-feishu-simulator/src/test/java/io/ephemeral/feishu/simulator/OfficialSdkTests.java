package io.ephemeral.feishu.simulator;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.annotations.SerializedName;
import com.lark.oapi.Client;
import com.lark.oapi.core.request.EventReq;
import com.lark.oapi.core.response.EventResp;
import com.lark.oapi.core.response.RawResponse;
import com.lark.oapi.core.token.AccessTokenType;
import com.lark.oapi.event.EventDispatcher;
import com.lark.oapi.event.cardcallback.P2CardActionTriggerHandler;
import com.lark.oapi.event.cardcallback.model.CallBackToast;
import com.lark.oapi.event.cardcallback.model.P2CardActionTrigger;
import com.lark.oapi.event.cardcallback.model.P2CardActionTriggerResponse;
import com.lark.oapi.service.im.ImService;
import com.lark.oapi.service.im.v1.model.CreateMessageReq;
import com.lark.oapi.service.im.v1.model.CreateMessageReqBody;
import com.lark.oapi.service.im.v1.model.CreateMessageResp;
import com.lark.oapi.service.im.v1.model.P2MessageReceiveV1;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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

	@Test
	void clickWhenSdkListensThenIsAcceptedAndDecrypted() {
		List<String> clicked = new CopyOnWriteArrayList<>();
		EventDispatcher dispatcher = EventDispatcher
			.newBuilder(this.feishu.verificationToken(), this.feishu.encryptKey())
			.onP2CardActionTrigger(new P2CardActionTriggerHandler() {

				@Override
				public P2CardActionTriggerResponse handle(P2CardActionTrigger event) {
					clicked.add(event.getEvent().getAction().getValue() + " by "
							+ event.getEvent().getOperator().getOpenId());
					CallBackToast toast = new CallBackToast();
					toast.setType("success");
					toast.setContent("Saved by the SDK");
					P2CardActionTriggerResponse response = new P2CardActionTriggerResponse();
					response.setToast(toast);
					return response;
				}

			})
			.build();
		try (SdkApplication application = new SdkApplication(dispatcher)) {
			SimulatedChat chat = this.feishu.createChat("ada");
			TestApplication.awaitRegistration(() -> this.feishu.sendCallbacksTo(application.url()));
			new TestClient(this.feishu).send(TestClient.request(chat, "ada", TestCards.form()));

			assertThat(chat.seenBy("ada").get(0).press("Cancel"))
				.hasValue(new ShownToast("success", "Saved by the SDK", 0));
			assertThat(clicked).containsExactly("{action=cancel} by " + chat.openId("ada"));
		}
	}

	@Test
	void messageWhenSdkListensThenIsAcceptedAndDecrypted() {
		List<String> received = new CopyOnWriteArrayList<>();
		EventDispatcher dispatcher = EventDispatcher
			.newBuilder(this.feishu.verificationToken(), this.feishu.encryptKey())
			.onP2MessageReceiveV1(new ImService.P2MessageReceiveV1Handler() {

				@Override
				public void handle(P2MessageReceiveV1 event) {
					received.add(event.getEvent().getMessage().getContent());
				}

			})
			.build();
		try (SdkApplication application = new SdkApplication(dispatcher)) {
			TestApplication.awaitRegistration(() -> this.feishu.sendEventsTo(application.url()));

			this.feishu.createChat("ada").member("ada").says("/remind");

			assertThat(received).containsExactly("{\"text\":\"/remind\"}");
			assertThat(this.feishu.pushedEvents()).extracting(PushedEvent::status).containsExactly(200);
		}
	}

	@Test
	void eventWhenKeyIsAnotherThenSdkRefusesIt() {
		EventDispatcher dispatcher = EventDispatcher.newBuilder(this.feishu.verificationToken(), "another key").build();
		try (SdkApplication application = new SdkApplication(dispatcher)) {
			assertThatIllegalStateException().isThrownBy(() -> this.feishu.sendEventsTo(application.url()));
		}
	}

	@Test
	void publishWhenBySdkThenEverybodySeesCard() throws Exception {
		SimulatedChat chat = this.feishu.createChat("ada", "bob");

		CreateMessageResp response = client().im()
			.v1()
			.message()
			.create(CreateMessageReq.newBuilder()
				.receiveIdType("chat_id")
				.createMessageReqBody(CreateMessageReqBody.newBuilder()
					.receiveId(chat.id())
					.msgType("interactive")
					.content(TestClient.card("Done").toString())
					.uuid("once")
					.build())
				.build());

		assertThat(response.success()).isTrue();
		assertThat(response.getData().getChatId()).isEqualTo(chat.id());
		assertThat(chat.seenBy("bob")).extracting(ShownCard::messageId)
			.containsExactly(response.getData().getMessageId());
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

	/**
	 * Hands what comes to the SDK's dispatcher, as its servlet does.
	 */
	private static final class SdkApplication implements AutoCloseable {

		private final DisposableServer server;

		private SdkApplication(EventDispatcher dispatcher) {
			this.server = HttpServer.create()
				.host("127.0.0.1")
				.port(0)
				.handle((request, response) -> request.receive()
					.aggregate()
					.asByteArray()
					.flatMap((body) -> answer(dispatcher, request, body, response)))
				.bindNow();
		}

		private static Mono<Void> answer(EventDispatcher dispatcher, HttpServerRequest request, byte[] body,
				HttpServerResponse response) {
			EventReq event = new EventReq();
			Map<String, List<String>> headers = new HashMap<>();
			request.requestHeaders()
				.forEach((header) -> headers.put(header.getKey().toLowerCase(Locale.ROOT), List.of(header.getValue())));
			event.setHeaders(headers);
			event.setBody(body);
			event.setHttpPath("/feishu");
			try {
				EventResp answer = dispatcher.handle(event);
				return response.status(answer.getStatusCode()).sendByteArray(Mono.just(answer.getBody())).then();
			}
			catch (Throwable ex) {
				return Mono.error(ex);
			}
		}

		private URI url() {
			return URI.create("http://127.0.0.1:" + this.server.port() + "/feishu");
		}

		@Override
		public void close() {
			this.server.disposeNow();
		}

	}

}
