package io.ephemeral.feishu.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.ephemeral.feishu.simulator.TestClient.Answer;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StoreAppTests {

	private static final String AUTH = "/open-apis/auth/v3/";

	private final MutableClock clock = new MutableClock();

	private final FeishuSimulator feishu = FeishuSimulator.builder()
		.credentials("cli_a", "secret")
		.eventKeys("", "token")
		.clock(this.clock)
		.storeApp()
		.start();

	private final TestClient client = new TestClient(this.feishu);

	@AfterEach
	void close() {
		this.feishu.close();
	}

	@Test
	void cardWhenSentForTenantThenOnlyThatTenantHasTheChat() {
		SimulatedTenant acme = this.feishu.install("acme");
		SimulatedChat chat = acme.createChat("ada");
		String body = TestClient.request(chat, "ada", TestClient.card("Lunch?")).toString();

		assertThat(send(tenantToken("acme"), body).code()).isZero();
		assertThat(chat.seenBy("ada")).hasSize(1);
		assertThat(send(tenantToken(this.feishu.tenantKey()), body).code()).isEqualTo(11100);
	}

	@Test
	void tokensWhenOneTenantLosesItsOwnThenOthersStayGood() {
		SimulatedTenant acme = this.feishu.install("acme");
		String ofAcme = tenantToken("acme");
		String ofOther = tenantToken(this.feishu.tenantKey());

		acme.revokeTokens();

		assertThat(send(ofAcme, "{}").code()).isEqualTo(99991663);
		assertThat(send(ofOther, "{}").code()).isEqualTo(10003);
	}

	@Test
	void appTokenWhenTicketIsStaleThen10012() {
		DisposableServer application = application(new CopyOnWriteArrayList<>());
		try {
			this.feishu.sendEventsTo(URI.create("http://127.0.0.1:" + application.port()));
			String stale = this.feishu.appTicket();

			this.feishu.pushAppTicket();

			assertThat(appToken(stale).code()).isEqualTo(10012);
			assertThat(appToken(this.feishu.appTicket()).body().path("expire").asInt()).isEqualTo(7200);
		}
		finally {
			application.disposeNow();
		}
	}

	@Test
	void ticketWhenNoUrlIsKnownThenIsNotPushedAndStaysGood() {
		String ticket = this.feishu.appTicket();

		assertThatIllegalStateException().isThrownBy(this.feishu::pushAppTicket)
			.withMessageStartingWith("An app ticket does not reach the application")
			.withMessageContainingAll("sendEventsTo", "feishu.callback.path");
		assertThat(this.feishu.appTicket()).isEqualTo(ticket);
	}

	@Test
	void tenantTokenWhenTenantOrAppTokenIsUnknownThenIsRefused() {
		assertThat(tenantToken(validAppToken(), "nobody").code()).isEqualTo(10013);
		assertThat(tenantToken("a-1", this.feishu.tenantKey()).code()).isEqualTo(20014);
		String old = validAppToken();
		this.clock.advance(Duration.ofHours(2));
		assertThat(tenantToken(old, this.feishu.tenantKey()).code()).isEqualTo(20014);
	}

	@Test
	void tokenOfCustomAppWhenAskedForThenIsRefused() {
		assertThat(this.client.fetchToken().code()).isEqualTo(10003);
	}

	@Test
	void ticketWhenAskedForThenIsPushedInTheOlderEnvelope() {
		List<JsonNode> events = new CopyOnWriteArrayList<>();
		DisposableServer application = application(events);
		try {
			this.feishu.sendEventsTo(URI.create("http://127.0.0.1:" + application.port()));
			assertThat(events).hasSize(1);

			this.feishu.pushAppTicket();

			assertThat(events).hasSize(2);
			assertThat(events.get(1).path("type").asString()).isEqualTo("event_callback");
			assertThat(events.get(1).path("token").asString()).isEqualTo("token");
			assertThat(events.get(1).path("event").toString())
				.isEqualTo("{\"app_id\":\"cli_a\",\"app_ticket\":\"%s\",\"type\":\"app_ticket\"}"
					.formatted(this.feishu.appTicket()));
			assertThat(this.feishu.pushedEvents()).extracting(PushedEvent::type).containsOnly("app_ticket");
			assertThat(post("app_ticket/resend", "\"app_id\":\"cli_a\",\"app_secret\":\"secret\"").code()).isZero();
		}
		finally {
			application.disposeNow();
		}
	}

	@Test
	void ticketWhenUrlIsSetByHttpThenIsPushed() {
		List<JsonNode> events = new CopyOnWriteArrayList<>();
		DisposableServer application = application(events);
		try {
			this.client
				.exchange(HttpMethod.PUT, "/simulator/urls", Map.of("Content-Type", "application/json"),
						"{\"event_url\":\"http://127.0.0.1:%d\"}".formatted(application.port()))
				.block();

			assertThat(events).extracting((event) -> event.at("/event/app_ticket").asString())
				.containsExactly(this.feishu.appTicket());
		}
		finally {
			application.disposeNow();
		}
	}

	@Test
	void resendWhenSecretIsWrongThen10015() {
		assertThat(post("app_ticket/resend", "\"app_id\":\"cli_a\",\"app_secret\":\"wrong\"").code()).isEqualTo(10015);
	}

	@Test
	void customAppWhenUsedAsStoreAppThenIsRefused() {
		try (FeishuSimulator custom = FeishuSimulator.builder().credentials("cli_a", "secret").start()) {
			TestClient other = new TestClient(custom);
			String credentials = "{\"app_id\":\"cli_a\",\"app_secret\":\"secret\",\"app_ticket\":\"x\"}";

			assertThat(other.post(AUTH + "app_ticket/resend", Map.of(), credentials).code()).isEqualTo(10016);
			assertThat(other.post(AUTH + "app_access_token", Map.of(), credentials).code()).isEqualTo(10012);
			assertThatIllegalStateException().isThrownBy(custom::appTicket);
			assertThatIllegalStateException().isThrownBy(custom::pushAppTicket);
			assertThatIllegalStateException().isThrownBy(() -> custom.install("acme"));
		}
	}

	@Test
	void callWhenScopeIsMissingThenTellsWhichAndWhere() {
		String token = tenantToken(this.feishu.tenantKey());
		this.feishu.grantOnly("im:chat:read");

		Answer refused = send(token, "{}");

		assertThat(refused.code()).isEqualTo(99991672);
		assertThat(refused.body().at("/error/permission_violations/0/subject").asString()).isEqualTo("im:message");
		assertThat(refused.body().at("/error/helps/0/url").asString())
			.startsWith("https://open.feishu.cn/app/cli_a/auth");
		this.feishu.grantOnly("im:message:send_as_bot");
		assertThat(send(token, "{}").code()).isEqualTo(10003);
	}

	private static DisposableServer application(List<JsonNode> events) {
		TestApplication.warmUp();
		return HttpServer.create()
			.host("127.0.0.1")
			.handle((request, response) -> response.sendString(request.receive().aggregate().asString().map((body) -> {
				JsonNode event = Json.parse(body);
				if (!event.has("challenge")) {
					events.add(event);
				}
				return "{\"challenge\":\"" + event.path("challenge").asString("") + "\"}";
			})))
			.bindNow();
	}

	private String tenantToken(String tenantKey) {
		return tenantToken(validAppToken(), tenantKey).body().path("tenant_access_token").asString();
	}

	private Answer tenantToken(String appToken, String tenantKey) {
		return post("tenant_access_token",
				"\"app_access_token\":\"%s\",\"tenant_key\":\"%s\"".formatted(appToken, tenantKey));
	}

	private String validAppToken() {
		return appToken(this.feishu.appTicket()).body().path("app_access_token").asString();
	}

	private Answer appToken(String ticket) {
		return post("app_access_token",
				"\"app_id\":\"cli_a\",\"app_secret\":\"secret\",\"app_ticket\":\"%s\"".formatted(ticket));
	}

	private Answer post(String path, String members) {
		return this.client.post(AUTH + path, Map.of("Content-Type", "application/json"), "{" + members + "}");
	}

	private Answer send(String token, String body) {
		return this.client.post(TestClient.SEND,
				Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"), body);
	}

}
