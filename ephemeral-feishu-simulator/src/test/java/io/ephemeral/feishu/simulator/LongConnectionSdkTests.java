package io.ephemeral.feishu.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.lark.oapi.event.EventDispatcher;
import com.lark.oapi.event.cardcallback.P2CardActionTriggerHandler;
import com.lark.oapi.event.cardcallback.model.CallBackCard;
import com.lark.oapi.event.cardcallback.model.CallBackToast;
import com.lark.oapi.event.cardcallback.model.P2CardActionTrigger;
import com.lark.oapi.event.cardcallback.model.P2CardActionTriggerResponse;
import com.lark.oapi.service.im.ImService;
import com.lark.oapi.service.im.v1.model.P2MessageReceiveV1;
import com.lark.oapi.ws.Client;
import io.ephemeral.feishu.simulator.connection.TestConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Long connections of the platform's own SDK for Java, which has no method to stop.
 */
class LongConnectionSdkTests {

	private final FeishuSimulator feishu = FeishuSimulator.start();

	private final List<String> received = new CopyOnWriteArrayList<>();

	/**
	 * Lets the SDK read a message before the first test, which takes long: on a slow
	 * machine, longer than the simulator waits.
	 */
	@BeforeAll
	static void warmUp() {
		LongConnectionSdkTests first = new LongConnectionSdkTests();
		first.connect();
		first.feishu.createChat("ada").member("ada").says("first");
		TestConnection.await(() -> !first.received.isEmpty());
		first.close();
	}

	@BeforeEach
	void connect() {
		this.feishu.longConnections().reconnect(2, Duration.ofSeconds(1), Duration.ofSeconds(1));
		new Client.Builder(this.feishu.appId(), this.feishu.appSecret()).domain(this.feishu.baseUrl().toString())
			.eventHandler(dispatcher())
			.build()
			.start();
		TestConnection.await(() -> this.feishu.longConnections().open() == 1);
		this.feishu.longConnections().subscribe();
	}

	@AfterEach
	void close() {
		this.feishu.close();
	}

	@Test
	void messageWhenSaidThenSdkReceivesIt() {
		this.feishu.createChat("ada").member("ada").says("提醒 ✅");

		assertThat(this.received).containsExactly("{\"text\":\"提醒 ✅\"}");
		assertThat(this.feishu.pushedEvents()).extracting(PushedEvent::status).containsExactly(200);
		assertThat(this.feishu.longConnections().problems()).isEmpty();
	}

	@Test
	void clickWhenSdkRepliesThenMemberSeesToastAndCard() {
		SimulatedChat chat = this.feishu.createChat("ada");
		new TestClient(this.feishu).send(TestClient.request(chat, "ada", TestCards.form()));

		assertThat(chat.seenBy("ada").get(0).press("Cancel"))
			.hasValue(new ShownToast("success", "Saved by the SDK", 0));

		assertThat(chat.seenBy("ada").get(0).title()).isEqualTo("Done");
		assertThat(this.received).containsExactly("click by " + chat.openId("ada"));
	}

	@Test
	void messageWhenInPartsThenSdkReceivesIt() {
		this.feishu.createChat("ada").member("ada").says("warm");
		ConnectionMessage message = ConnectionMessage.of(this.feishu.pushedEvents().get(0).json().toString());

		// The SDK joins parts on several threads without a lock, so that it may lose
		// some, or
		// may be late with the acknowledgement of a message that it has handled.
		TestConnection.await(() -> this.feishu.longConnections().push(message.inParts(3).inOrder(2, 0, 1)));

		assertThat(this.received).hasSizeGreaterThan(1).containsOnly("{\"text\":\"warm\"}");
		assertThat(this.feishu.longConnections().problems()).isEmpty();
	}

	@Test
	void connectionWhenDroppedThenSdkConnectsAgain() {
		this.feishu.longConnections().meet(ConnectionFault.drop());
		TestConnection.await(() -> this.feishu.requestsTo("/callback/ws/endpoint").size() == 2
				&& this.feishu.longConnections().open() == 1);

		this.feishu.createChat("ada").member("ada").says("back");

		assertThat(this.received).containsExactly("{\"text\":\"back\"}");
	}

	private EventDispatcher dispatcher() {
		return EventDispatcher.newBuilder("", "").onP2MessageReceiveV1(new ImService.P2MessageReceiveV1Handler() {

			@Override
			public void handle(P2MessageReceiveV1 event) {
				LongConnectionSdkTests.this.received.add(event.getEvent().getMessage().getContent());
			}

		}).onP2CardActionTrigger(new P2CardActionTriggerHandler() {

			@Override
			public P2CardActionTriggerResponse handle(P2CardActionTrigger event) {
				LongConnectionSdkTests.this.received.add("click by " + event.getEvent().getOperator().getOpenId());
				return reply();
			}

		}).build();
	}

	private static P2CardActionTriggerResponse reply() {
		CallBackToast toast = new CallBackToast();
		toast.setType("success");
		toast.setContent("Saved by the SDK");
		CallBackCard card = new CallBackCard();
		card.setType("raw");
		card.setData(Map.of("schema", "2.0", "header", Map.of("title", Map.of("tag", "plain_text", "content", "Done")),
				"body", Map.of("elements", List.of(Map.of("tag", "markdown", "content", "*Done*")))));
		P2CardActionTriggerResponse response = new P2CardActionTriggerResponse();
		response.setToast(toast);
		response.setCard(card);
		return response;
	}

}
