package io.ephemeral.feishu.simulator.connection;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.ephemeral.feishu.simulator.ConnectionFault;
import io.ephemeral.feishu.simulator.ConnectionMessage;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.PushedEvent;
import io.ephemeral.feishu.simulator.ShownToast;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.TestApplication;
import io.ephemeral.feishu.simulator.TestCards;
import io.ephemeral.feishu.simulator.TestClient;
import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(FeishuSimulatorExtension.class)
class ConnectionDeliveryTests {

	private static final String EVENT = "{\"schema\":\"2.0\",\"header\":{\"event_id\":\"e1\","
			+ "\"event_type\":\"x.y_v1\"},\"event\":{\"text\":\"你好\"}}";

	/** The server may still hold the connections of the test before. */
	@BeforeEach
	void waitForTheEndOfConnections(FeishuSimulator feishu) {
		TestConnection.await(() -> feishu.longConnections().open() == 0);
	}

	@Test
	void saysWhenSubscribedThenEventIsPlainAndHasHeaders(FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			feishu.longConnections().subscribe();

			feishu.createChat("ada").member("ada").says("提醒");

			Frame frame = connection.frames().get(0);
			assertThat(frame.headers()).extracting(Frame.Header::key)
				.containsExactly("type", "message_id", "sum", "seq", "trace_id", "timestamp", "instance_id");
			assertThat(connection.events()).singleElement()
				.satisfies((event) -> assertThat(event.at("/event/message/content").asString()).contains("提醒"));
			assertThat(feishu.pushedEvents()).singleElement().satisfies((event) -> {
				assertThat(event.status()).isEqualTo(200);
				assertThat(event.url()).isEqualTo(URI.create("ws://127.0.0.1:" + feishu.port() + "/ws/v2"));
			});
			assertThat(feishu.longConnections().problems()).isEmpty();
		}
	}

	@Test
	void clickWhenAcknowledgedWithToastAndCardThenMemberSeesBoth(FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			feishu.longConnections().subscribe();
			connection
				.replies("{\"toast\":{\"type\":\"success\",\"content\":\"ok\"},\"card\":{\"type\":\"raw\",\"data\":"
						+ TestClient.card("Done") + "}}");
			SimulatedChat chat = chatWithCard(feishu);

			assertThat(press(chat)).hasValue(new ShownToast("success", "ok", 0));
			assertThat(chat.seenBy("ada").get(0).title()).isEqualTo("Done");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"code\":500} | 200671", "{\"code\":200} | 200672",
			"{\"code\":200,\"data\":\"WzFd\"} | 200672", "{\"code\":200,\"data\":\"eyJjYXJkIjp7fX0=\"} | 200673" })
	void clickWhenAcknowledgementIsNoReplyThenMemberSeesCode(String payload, int code, FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			feishu.longConnections().subscribe();
			connection.acknowledges(payload);

			assertThat(press(chatWithCard(feishu))).map(ShownToast::code).hasValue(code);
		}
	}

	@Test
	void clickWhenNoConnectionIsOpenThenAppIsNotOnline(FeishuSimulator feishu) {
		feishu.sendOverLongConnections();

		assertThat(press(chatWithCard(feishu))).hasValueSatisfying((toast) -> {
			assertThat(toast.code()).isEqualTo(200340);
			assertThat(toast.content()).contains("not online");
		});
		assertThat(feishu.pushedEvents()).extracting(PushedEvent::status).containsExactly(0);
	}

	@Test
	void clickWhenConnectionOpensLaterThenArrives(FeishuSimulator feishu) {
		feishu.sendOverLongConnections();
		try (TestConnection connection = TestConnection.open(feishu)) {
			connection.replies("{}");

			assertThat(press(chatWithCard(feishu))).isEmpty();
			assertThat(connection.events()).hasSize(1);
		}
	}

	@Test
	void subscribeWhenNoConnectionIsOpenThenFails(FeishuSimulator feishu) {
		assertThatIllegalStateException().isThrownBy(() -> feishu.longConnections().subscribe())
			.withMessageContaining("no open long connection");
	}

	@Test
	void subscribeWhenOnlyForCallbacksThenEventsKeepTheirUrl(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu);
				TestConnection connection = TestConnection.open(feishu)) {
			feishu.longConnections().subscribeCallbacks();
			connection.replies("{}");

			feishu.createChat("ada").member("ada").says("Hi");
			press(chatWithCard(feishu));

			assertThat(application.calls()).hasSize(1);
			assertThat(connection.events()).singleElement()
				.satisfies((event) -> assertThat(event.at("/header/event_type").asString())
					.isEqualTo("card.action.trigger"));
		}
	}

	@Test
	void sendOverLongConnectionsWhenAppIsStoreAppThenFails() {
		try (FeishuSimulator feishu = FeishuSimulator.builder().storeApp().start()) {
			assertThatIllegalStateException().isThrownBy(feishu::sendOverLongConnections)
				.withMessageContaining("store app");
		}
	}

	@Test
	void eventWhenNotAcknowledgedThenComesAgainOnSchedule() {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		try (FeishuSimulator feishu = FeishuSimulator.start();
				TestConnection connection = TestConnection.open(feishu)) {
			connection.acknowledges("{\"code\":500}");
			feishu.longConnections().subscribe();
			long before = time.getScheduledTaskCount();
			feishu.createChat("ada").member("ada").says("Hi");
			int attempts = 1;
			for (Duration pause : List.of(Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofHours(1),
					Duration.ofHours(6))) {
				// Each attempt has a time limit and the wait for the next one.
				long tasks = before + 2L * attempts;
				TestConnection.await(() -> time.getScheduledTaskCount() >= tasks);
				time.advanceTimeBy(pause.minusMillis(1));
				assertThat(connection.events()).hasSize(attempts);
				attempts++;
				int expected = attempts;
				time.advanceTimeBy(Duration.ofMillis(1));
				TestConnection.await(() -> feishu.pushedEvents().size() == expected);
			}

			assertThat(connection.events()).hasSize(5);
			assertThat(feishu.pushedEvents()).extracting(PushedEvent::id)
				.containsOnly(feishu.pushedEvents().get(0).id());
		}
		finally {
			VirtualTimeScheduler.reset();
		}
	}

	@Test
	void eventWhenAcknowledgedAfterDeadlineThenIsLate(FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			connection.acknowledges("");
			pushInVain(feishu, connection, ConnectionMessage.of(EVENT), 1);

			connection.acknowledges("{\"code\":200}").acknowledge(connection.frames().get(0));

			TestConnection.await(() -> !feishu.longConnections().acknowledgedLate().isEmpty());
			assertThat(feishu.longConnections().acknowledgedLate()).containsExactly(EVENT);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "without the last", "without biz_rt", "in another order" })
	void acknowledgementWhenHeadersDifferThenIsIgnored(String change, FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			connection.acknowledgesWith((headers) -> switch (change) {
				case "without the last" -> headers.stream().filter((h) -> !h.key().equals("instance_id")).toList();
				case "without biz_rt" -> headers.subList(0, headers.size() - 1);
				default -> headers.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
			});

			pushInVain(feishu, connection, ConnectionMessage.of(EVENT), 1);

			TestConnection.await(() -> !feishu.longConnections().problems().isEmpty());
			assertThat(feishu.longConnections().problems()).singleElement().asString().contains("headers");
		}
	}

	/**
	 * Sends a message, lets 3 seconds pass, and checks that it has no acknowledgement.
	 */
	private static void pushInVain(FeishuSimulator feishu, TestConnection connection, ConnectionMessage message,
			int frames) {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		try {
			new Thread(() -> feishu.longConnections().push(message)).start();
			TestConnection.await(() -> connection.frames().size() == frames);
			TestConnection.await(() -> {
				time.advanceTimeBy(Duration.ofSeconds(3));
				return !feishu.pushedEvents().isEmpty();
			});
			assertThat(feishu.pushedEvents()).extracting(PushedEvent::status).containsExactly(0);
		}
		finally {
			VirtualTimeScheduler.reset();
		}
	}

	@Test
	void messageWhenLargerThanPartSizeThenIsSplitByBytes(FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			feishu.longConnections().partSize(40);

			assertThat(feishu.longConnections().push(ConnectionMessage.of(EVENT))).isTrue();

			assertThat(connection.frames()).extracting((frame) -> frame.header("sum")).containsOnly("3");
			assertThat(connection.frames()).extracting((frame) -> frame.header("seq")).containsExactly("0", "1", "2");
			assertThat(joined(connection.frames())).isEqualTo(EVENT);
		}
	}

	@Test
	void messageWhenPartsHaveOrderThenPartsRepeatOrAreMissing(FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			pushInVain(feishu, connection, ConnectionMessage.of(EVENT).inParts(3).inOrder(2, 0, 0), 3);

			assertThat(connection.frames()).extracting((frame) -> frame.header("seq")).containsExactly("2", "0", "0");
		}
	}

	@Test
	void messageWhenUnusualThenArrivesWhole(FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			ConnectionMessage message = ConnectionMessage.of(EVENT)
				.ofType("card")
				.withSeqId(-1)
				.withEveryField()
				.inFragments(3);

			assertThat(feishu.longConnections().push(message)).isTrue();

			Frame frame = connection.frames().get(0);
			assertThat(frame.header("type")).isEqualTo("card");
			assertThat(frame.seqId()).isEqualTo(-1);
			assertThat(frame.logIdNew()).startsWith("log-");
			assertThat(frame.rest().remaining()).isEqualTo(3);
			assertThat(frame.text()).isEqualTo(EVENT);
		}
	}

	@Test
	void garbageWhenSentThenArrivesAsItIs(FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			feishu.longConnections().sendBytes(new byte[] { -1, -1 });
			feishu.longConnections().sendText("hello");

			TestConnection.await(() -> connection.others().size() == 2);
			assertThat(connection.others()).contains("hello");
		}
	}

	@Test
	void messageWhenTwoConnectionsAreOpenThenOneRandomOneReceivesIt(FeishuSimulator feishu) {
		try (TestConnection one = TestConnection.open(feishu); TestConnection two = TestConnection.open(feishu)) {
			for (int i = 0; i < 20; i++) {
				feishu.longConnections().push(ConnectionMessage.of(EVENT));
			}

			assertThat(one.events().size() + two.events().size()).isEqualTo(20);
			assertThat(one.events()).hasSizeBetween(3, 17);
		}
	}

	@Test
	void closeWhenMetThenClientSeesCode(FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			feishu.longConnections().meet(ConnectionFault.close(4001));

			TestConnection.await(() -> connection.hasEnded() && feishu.longConnections().open() == 0);
			assertThat(connection.closeCode()).isEqualTo(4001);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "drop", "reset", "halfFrame" })
	void clickWhenConnectionEndsBeforeAcknowledgementThenFails(String name, FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			feishu.longConnections().subscribe();
			connection.acknowledges("");
			feishu.longConnections().nextMessage(switch (name) {
				case "drop" -> ConnectionFault.drop();
				case "reset" -> ConnectionFault.reset();
				default -> ConnectionFault.halfFrame();
			});

			assertThat(press(chatWithCard(feishu))).map(ShownToast::code).hasValue(200080);

			TestConnection.await(() -> connection.hasEnded());
			assertThat(connection.events()).hasSizeLessThanOrEqualTo(name.equals("halfFrame") ? 0 : 1);
		}
	}

	@Test
	void silenceWhenOldestMeetsItThenOnlyThatOneGetsNoPong(FeishuSimulator feishu) {
		try (TestConnection oldest = TestConnection.open(feishu); TestConnection other = TestConnection.open(feishu)) {
			feishu.longConnections().oldestMeets(ConnectionFault.silence());
			oldest.send(TestConnection.ping());
			other.send(TestConnection.ping());

			TestConnection.await(() -> other.frames().size() == 1);
			assertThat(oldest.frames()).isEmpty();
			assertThat(oldest.hasEnded()).isFalse();
		}
	}

	@Test
	void delayWhenWithinDeadlineThenMessageArrives(FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			feishu.longConnections().nextMessage(ConnectionFault.delay(Duration.ofMillis(50)));

			assertThat(feishu.longConnections().push(ConnectionMessage.of(EVENT))).isTrue();
			assertThat(connection.events()).hasSize(1);
		}
	}

	@Test
	void pingIntervalWhenChangedThenNextPongHasIt(FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			feishu.longConnections().pingInterval(Duration.ofSeconds(5));
			connection.send(TestConnection.ping());

			TestConnection.await(() -> connection.frames().size() == 1);
			assertThat(connection.events()).isEmpty();
			assertThat(connection.frames().get(0).text()).contains("\"PingInterval\":5");
		}
	}

	@Test
	void repeatWhenEventWentOverConnectionThenItComesAgain(FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			feishu.longConnections().subscribe();
			feishu.createChat("ada").member("ada").says("Hi");

			feishu.repeat(feishu.pushedEvents().get(0));

			List<JsonNode> events = connection.events();
			assertThat(events).hasSize(2);
			assertThat(events.get(1)).isEqualTo(events.get(0));
		}
	}

	private static SimulatedChat chatWithCard(FeishuSimulator feishu) {
		SimulatedChat chat = feishu.createChat("ada");
		new TestClient(feishu).send(TestClient.request(chat, "ada", TestCards.form()));
		return chat;
	}

	private static Optional<ShownToast> press(SimulatedChat chat) {
		return chat.seenBy("ada").get(0).press("Cancel");
	}

	private static String joined(List<Frame> frames) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		frames.forEach((frame) -> bytes
			.writeBytes(ByteBufUtil.getBytes(Unpooled.wrappedBuffer(Objects.requireNonNull(frame.payload())))));
		return bytes.toString(StandardCharsets.UTF_8);
	}

}
