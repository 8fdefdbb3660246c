package io.ephemeral.feishu.simulator.api;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.MutableClock;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.TestClient;
import io.ephemeral.feishu.simulator.connection.Connections;
import io.ephemeral.feishu.simulator.event.EventPayloads;
import io.ephemeral.feishu.simulator.event.EventSeal;
import io.ephemeral.feishu.simulator.event.EventSender;
import io.ephemeral.feishu.simulator.event.MessageAnnouncements;
import io.ephemeral.feishu.simulator.tenant.AppGrants;
import io.ephemeral.feishu.simulator.tenant.Chat;
import io.ephemeral.feishu.simulator.tenant.ChatMode;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import io.ephemeral.feishu.simulator.tenant.WrittenMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitsTests {

	private static final String SEND = "POST /open-apis/ephemeral/v1/send";

	private final MutableClock clock = new MutableClock();

	private final EventSender events = new EventSender(this.clock, new EventSeal("", "token"), false,
			new Connections(this.clock, () -> URI.create("ws://127.0.0.1")), () -> AppGrants.ALL);

	private final Tenant tenant = tenant("tenant");

	private RateLimits limits = new RateLimits(this.clock, true);

	private FeishuSimulator feishu;

	@BeforeEach
	void start() {
		this.feishu = FeishuSimulator.builder().clock(this.clock).start();
	}

	@AfterEach
	void stop() {
		this.feishu.close();
	}

	@Test
	void sendWhenChatIsFullThenIsRefusedUntilTheFirstOneIsASecondOld() {
		assertThat(send("oc_1", 39)).isEqualTo(39);
		this.clock.advance(Duration.ofMillis(600));
		assertThat(send("oc_1", 2)).isEqualTo(1);

		ApiResponse refusal = request("oc_1");
		assertThat(refusal.code()).isEqualTo(11233);
		assertThat(refusal.headers()).containsEntry("x-ogw-ratelimit-limit", "40")
			.containsEntry("x-ogw-ratelimit-reset", "1");

		this.clock.advance(Duration.ofMillis(399));
		assertThat(send("oc_1", 1)).isZero();
		this.clock.advance(Duration.ofMillis(1));
		assertThat(send("oc_1", 40)).isEqualTo(39);
	}

	@Test
	void sendWhenOperationIsFullThenIsRefusedWith429() {
		assertThat(send("oc_1", 30) + send("oc_2", 30)).isEqualTo(50);

		ApiResponse refusal = request("oc_3");
		assertThat(refusal.status()).isEqualTo(429);
		assertThat(refusal.code()).isEqualTo(99991400);
		assertThat(this.limits.refusals()).isEqualTo(Map.of(SEND, 11));
	}

	@Test
	void sendWhenMinuteIsFullThenWaitIsThatOfTheMinute() {
		int sent = IntStream.range(0, 20).map((second) -> {
			int taken = send("oc_1", 25) + send("oc_2", 25);
			this.clock.advance(Duration.ofSeconds(1));
			return taken;
		}).sum();
		assertThat(sent).isEqualTo(1000);

		assertThat(request("oc_1").headers()).containsEntry("x-ogw-ratelimit-limit", "1000")
			.containsEntry("x-ogw-ratelimit-reset", "40");
		this.clock.advance(Duration.ofSeconds(40));
		assertThat(send("oc_1", 30) + send("oc_2", 30)).isEqualTo(50);
	}

	@Test
	void sendWhenChatIsFullForTheClientThenSimulatorCountsRefusals() {
		SimulatedChat chat = this.feishu.createChat("ada");
		TestClient client = new TestClient(this.feishu);
		IntStream.range(0, 40).forEach((i) -> assertThat(client.send(chat, "ada", "Lunch?").code()).isZero());

		TestClient.Answer answer = client.send(chat, "ada", "Lunch?");

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo(11233);
		assertThat(this.feishu.refusals()).isEqualTo(1);
		assertThat(this.feishu.refusalsByOperation()).containsOnlyKeys(SEND);
		this.feishu.reset();
		assertThat(this.feishu.refusals()).isZero();
	}

	@Test
	void updateWhenMessageIsFullThenIsRefusedAndOthersAreNot() {
		IntStream.range(0, 5).forEach((i) -> assertThat(update("om_1")).isNull());

		assertThat(update("om_1")).extracting(ApiResponse::code).isEqualTo(230020);
		assertThat(update("om_2")).isNull();
		assertThat(this.limits.refusals()).isEqualTo(Map.of("PATCH /open-apis/im/v1/messages/:id", 1));
	}

	@Test
	void messageWhenChatHasFiveThenIsRefusedWhetherSentOrReply() {
		SimulatedChat chat = this.feishu.createChat("ada");
		TestClient client = new TestClient(this.feishu);
		String message = client.publish(chat, TestClient.card("Lunch?")).messageId();
		IntStream.range(0, 2).forEach((i) -> assertThat(client.publish(chat, TestClient.card("Done")).code()).isZero());
		IntStream.range(0, 2)
			.forEach((i) -> assertThat(client.reply(message, TestClient.card("Done")).code()).isZero());

		assertThat(client.publish(chat, TestClient.card("Done")).code()).isEqualTo(230020);
		assertThat(client.reply(message, TestClient.card("Done")).code()).isEqualTo(230020);
		assertThat(client.publish(this.feishu.createChat("bob"), TestClient.card("Done")).code()).isZero();
	}

	@Test
	void callWhenOneTenantIsFullThenAnotherHasItsOwnLimits() {
		Tenant other = tenant("other");
		Chat chat = other.createChat("Lunch", ChatMode.GROUP, List.of("ada"));
		other.setBotPresent(chat, false);
		String message = other.write(chat, "ada", new WrittenMessage("text", "", "/lunch", List.of())).block();
		ApiRequest reply = request("POST", "/open-apis/im/v1/messages/" + message + "/reply", message, "{}");
		IntStream.range(0, 50).forEach((i) -> this.limits.refusal(this.tenant, reply));
		assertThat(this.limits.refusal(this.tenant, reply)).extracting(ApiResponse::status).isEqualTo(429);

		IntStream.range(0, 5).forEach((i) -> assertThat(this.limits.refusal(other, reply)).isNull());
		assertThat(this.limits.refusal(other, reply)).extracting(ApiResponse::code).isEqualTo(230020);
	}

	@Test
	void sendWhenLimitsAreNotEnforcedThenAllIsTaken() {
		this.limits = new RateLimits(this.clock, false);

		assertThat(send("oc_1", 2000)).isEqualTo(2000);
	}

	private @Nullable ApiResponse update(String message) {
		return this.limits.refusal(this.tenant,
				request("PATCH", "/open-apis/im/v1/messages/" + message, message, "{}"));
	}

	private int send(String chat, int requests) {
		return (int) IntStream.range(0, requests).filter((i) -> request(chat).code() == 0).count();
	}

	private ApiResponse request(String chat) {
		ApiResponse refusal = this.limits.refusal(this.tenant,
				request("POST", "/open-apis/ephemeral/v1/send", "", "{\"chat_id\":\"" + chat + "\"}"));
		return (refusal != null) ? refusal : ApiResponse.ok();
	}

	private ApiRequest request(String method, String path, String id, String body) {
		return new ApiRequest(this.clock.instant(), method, path, id, null, Map.of(), body);
	}

	private Tenant tenant(String key) {
		return new Tenant("cli_1", key, this.clock,
				new MessageAnnouncements(this.events, new EventPayloads("cli_1", key, "token")));
	}

}
