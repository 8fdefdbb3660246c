package io.ephemeral.feishu.bot;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.client.FeishuAttributes;
import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.client.RetryPolicy;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.error.UnexpectedResponseException;
import io.ephemeral.feishu.event.MessageContent;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.event.MessageReceived.Mention;
import io.ephemeral.feishu.limit.RateLimiter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BotIdentityTests {

	private static final String BOT = """
			{"code": 0, "msg": "ok", "bot": {"activate_status": 2, "app_name": "Reminder", "open_id": "ou_bot"}}""";

	private static final TenantKey ACME = new TenantKey("acme");

	private final WebClient client = FeishuWebClient.authenticated(
			WebClient.builder().exchangeFunction((request) -> answer(request)),
			URI.create("https://feishu.example.com"), (request, next) -> next.exchange(request), RetryPolicy.none(),
			RateLimiter.unlimited());

	private final ReactiveBotIdentity reactive = ReactiveBotIdentity.askingPlatform(this.client);

	private final BotIdentity bot = BotIdentity.waitingFor(this.reactive);

	private final List<@Nullable TenantKey> asked = new ArrayList<>();

	private String response = BOT;

	private Duration latency = Duration.ZERO;

	private VirtualTimeScheduler time;

	@BeforeEach
	void stopTime() {
		this.time = VirtualTime.stop();
	}

	@AfterEach
	void letTimePass() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void openIdWhenAskedForTwiceThenPlatformIsAskedOnce() {
		assertThat(this.bot.openId()).isEqualTo("ou_bot");
		this.time.advanceTimeBy(Duration.ofDays(400));

		assertThat(this.bot.openId()).isEqualTo("ou_bot");
		assertThat(this.asked).hasSize(1);
	}

	@Test
	void openIdWhenManyAskThenPlatformIsAskedOnce() {
		this.latency = Duration.ofSeconds(1);
		this.reactive.openId().subscribe().dispose();

		StepVerifier.create(Flux.merge(IntStream.range(0, 1000).mapToObj((i) -> this.reactive.openId()).toList()))
			.then(() -> this.time.advanceTimeBy(Duration.ofSeconds(1)))
			.expectNextCount(1000)
			.verifyComplete();

		assertThat(this.asked).hasSize(1);
	}

	@Test
	void openIdWhenRefusedThenErrorIsNotKept() {
		this.response = "{\"code\": 11205, \"msg\": \"app do not have bot\"}";
		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(this.bot::openId)
			.withMessageContaining("bot.info");

		this.response = BOT;

		assertThat(this.bot.openId()).isEqualTo("ou_bot");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"code\": 0, \"data\": {\"open_id\": \"ou_bot\"}}",
			"{\"code\": 0, \"bot\": {\"open_id\": \"\"}}", "{\"code\": 0, \"bot\": {\"open_id\": \"oc_1\"}}" })
	void openIdWhenAnswerDoesNotContainItThenFails(String answer) {
		this.response = answer;

		assertThatExceptionOfType(UnexpectedResponseException.class).isThrownBy(this.bot::openId);
	}

	@Test
	void openIdWhenOfTenantsThenEachIsAskedForOnce() {
		this.bot.openId();
		this.bot.forTenant(ACME).openId();
		this.bot.forTenant(ACME).openId();
		this.bot.forTenant(ACME).forTenant(new TenantKey("initech")).openId();

		assertThat(this.asked).containsExactly(null, ACME, new TenantKey("initech"));
	}

	@Test
	void messageWhenItMentionsThisBotThenSaysSo() {
		assertThat(this.bot.isMentionedIn(message(new Mention("ou_tom", "Tom"), new Mention("ou_bot", "Bot"))))
			.isTrue();
		assertThat(this.bot.isMentionedIn(message(new Mention("ou_tom", "Tom")))).isFalse();
	}

	@Test
	void messageWhenItMentionsNobodyByOpenIdThenPlatformIsNotAsked() {
		assertThat(this.bot.isMentionedIn(message())).isFalse();
		assertThat(this.bot.isMentionedIn(message(new Mention(null, "All", true)))).isFalse();
		assertThat(this.asked).isEmpty();
	}

	private static MessageReceived message(Mention... mentions) {
		return new MessageReceived("1", null, new ChatId("oc_1"), true, new MessageId("om_1"), null,
				Viewer.openId("ou_ada"), false, "text", "", List.of(mentions), null,
				JsonNodeFactory.instance.objectNode(), new MessageContent.Text(""));
	}

	private Mono<ClientResponse> answer(ClientRequest request) {
		assertThat(request.url().getPath()).isEqualTo("/open-apis/bot/v3/info");
		this.asked.add(FeishuAttributes.tenantOf(request));
		Mono<ClientResponse> answer = Mono.fromSupplier(() -> ClientResponse.create(HttpStatus.OK)
			.header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
			.body(this.response)
			.build());
		return this.latency.isZero() ? answer : answer.delaySubscription(this.latency);
	}

}
