package io.ephemeral.feishu.system;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.ephemeral.feishu.auth.AppTicket;
import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.event.MessageReceived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Behavior of callbacks while handlers hang, on any web server.
 */
abstract class HungHandlerContract {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final int WAVE = 50;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private ConfigurableApplicationContext application;

	private Bot bot;

	private SignedRequests requests;

	/** The kind of server. */
	abstract WebApplicationType type();

	@AfterEach
	void stop() {
		this.bot.hanging.countDown();
		this.application.close();
	}

	@ParameterizedTest
	@CsvSource({ "hang, 1", "hang, 20", "hangReactive, 20" })
	void clicksWhenHandlersHangThenAllOthersRun(String action, int hung) {
		start();

		assertThatAllRunBeside(action, hung);
	}

	@ParameterizedTest
	@CsvSource({ "hang, 1", "hang, 20", "hangReactive, 20" })
	@EnabledForJreRange(min = JRE.JAVA_21)
	void clicksWhenHandlersHangOnVirtualThreadsThenAllOthersRun(String action, int hung) {
		start("spring.threads.virtual.enabled=true");

		assertThatAllRunBeside(action, hung);
	}

	private void assertThatAllRunBeside(String action, int hung) {
		click(action, hung);

		assertThat(click("work", 400)).extracting(HttpResponse::body).allMatch((body) -> body.contains("done"));
		assertThat(this.bot.worked).hasSize(400);
		await().atMost(LONG).untilAsserted(() -> assertThat(this.bot.followed).hasSize(400));
	}

	@ParameterizedTest
	@ValueSource(strings = { "hang", "hangAfterwards" })
	void messagesWhenHandlersHangThenAllThatAreAcknowledgedAreToldAndTicketIsSaved(String action) {
		start("feishu.callback.max-threads=20");
		click(action, 20);

		List<HttpResponse<String>> responses = send(400, (id) -> this.requests.message("evt-" + id));
		HttpResponse<String> ticket = send(1, (id) -> this.requests.ticket("ticket-1")).get(0);

		long acknowledged = responses.stream().filter((response) -> response.statusCode() == 200).count();
		assertThat(acknowledged).isEqualTo(400);
		await().atMost(LONG).untilAsserted(() -> assertThat(this.bot.messages).hasSize(400));
		assertThat(ticket.statusCode()).isEqualTo(200);
		assertThat(savedTicket()).isEqualTo("ticket-1");
	}

	@Test
	void messagesWhenListenersHangThenRestComesAgainAndTicketIsSaved() {
		start("feishu.callback.max-threads=20", "feishu.callback.max-pending=100");
		this.bot.listenersHang = true;

		List<HttpResponse<String>> responses = send(400, (id) -> this.requests.message("evt-" + id));
		send(1, (id) -> this.requests.ticket("ticket-1"));

		assertThat(savedTicket()).isEqualTo("ticket-1");
		long acknowledged = responses.stream().filter((response) -> response.statusCode() == 200).count();
		assertThat(acknowledged).isEqualTo(100);
		assertThat(responses).filteredOn((response) -> response.statusCode() == 503).hasSize(300);
		this.bot.hanging.countDown();
		await().atMost(LONG).untilAsserted(() -> assertThat(this.bot.messages).hasSize(100));
		await().atMost(LONG).until(() -> {
			send(400, (id) -> this.requests.message("evt-" + id));
			return this.bot.messages.size() == 400;
		});
	}

	@Test
	void clicksWhenHandlersHangBeyondTheBoundThenUsersReadThat() {
		start("feishu.callback.max-threads=5", "feishu.callback.max-pending=100");
		click("hang", 90);

		List<HttpResponse<String>> responses = click("hangToo", 20);

		assertThat(responses).filteredOn((response) -> response.body().contains("Too much is going on")).hasSize(10);
		assertThat(this.application.getBean(CallbackProcessor.class).running()).hasSize(100);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void clicksWhenHandlersHangBeyondTheBoundOnVirtualThreadsThenUsersReadThat() {
		start("spring.threads.virtual.enabled=true", "feishu.callback.max-pending=100");
		click("hang", 90);

		List<HttpResponse<String>> responses = click("hangToo", 20);

		assertThat(responses).filteredOn((response) -> response.body().contains("Too much is going on")).hasSize(10);
	}

	private void start(String... properties) {
		this.application = new SpringApplicationBuilder(TestApplication.class, Bot.class).web(type())
			.registerShutdownHook(false)
			.properties("server.port=0", "server.address=127.0.0.1", "feishu.callback.answer-within=2s")
			.properties(SignedRequests.PROPERTIES)
			.properties(properties)
			.run();
		this.bot = this.application.getBean(Bot.class);
		this.requests = SignedRequests.to(this.application.getEnvironment());
	}

	private List<HttpResponse<String>> click(String action, int count) {
		return send(count, (id) -> this.requests.click(action + id, action));
	}

	/** In waves, because a server accepts no more connections at once. */
	private List<HttpResponse<String>> send(int count, Function<Integer, HttpRequest> request) {
		List<HttpResponse<String>> responses = new ArrayList<>();
		for (int first = 0; first < count; first += WAVE) {
			List<CompletableFuture<HttpResponse<String>>> wave = IntStream.range(first, Math.min(first + WAVE, count))
				.mapToObj((id) -> this.client.sendAsync(request.apply(id), BodyHandlers.ofString()))
				.toList();
			wave.forEach((response) -> responses.add(response.join()));
		}
		return responses;
	}

	private String savedTicket() {
		return this.application.getBean(AppTicketStore.class).find("cli_1").map(AppTicket::value).block();
	}

	/**
	 * Handlers that hang, and handlers that do not.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Bot {

		final CountDownLatch hanging = new CountDownLatch(1);

		final Set<String> worked = ConcurrentHashMap.newKeySet();

		final Set<String> followed = ConcurrentHashMap.newKeySet();

		final Set<String> messages = ConcurrentHashMap.newKeySet();

		volatile boolean listenersHang;

		@CardAction({ "hang", "hangToo" })
		void hang() throws InterruptedException {
			this.hanging.await();
		}

		@CardAction("hangReactive")
		Mono<Void> hangReactive() throws InterruptedException {
			this.hanging.await();
			return Mono.empty();
		}

		@CardAction("hangAfterwards")
		CardActionReply hangAfterwards() {
			return CardActionReply.nothing().afterwards(() -> {
				try {
					this.hanging.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			});
		}

		@CardAction("work")
		CardActionReply work(CardActionEvent event) {
			this.worked.add(event.id());
			return CardActionReply.success("done").afterwards(() -> {
				this.followed.add(event.id());
			});
		}

		@EventListener
		void onMessage(MessageReceived message) throws InterruptedException {
			if (this.listenersHang) {
				this.hanging.await();
			}
			this.messages.add(message.messageId().value());
		}

	}

}
