package io.ephemeral.feishu.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.IntFunction;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Behavior of callbacks while handlers hang, on any way to the application.
 */
@ExtendWith(LongDeadlines.class)
abstract class HungHandlerContract {

	private static final int WAVE = 50;

	private ConfigurableApplicationContext application;

	private Bot bot;

	private Function<String, CompletableFuture<Response>> way;

	/** Starts the application with its way of callbacks. */
	abstract ConfigurableApplicationContext run(SpringApplicationBuilder application);

	/**
	 * Returns the way of callbacks: a function that sends the JSON of one.
	 */
	abstract Function<String, CompletableFuture<Response>> way(ConfigurableApplicationContext application);

	/** The status of an event that the platform has to send again. */
	abstract int unavailable();

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
		clickLate(action, hung);

		assertThat(click("work", 400)).extracting(Response::body).allMatch((body) -> body.contains("done"));
		assertThat(this.bot.worked).hasSize(400);
		await().untilAsserted(() -> assertThat(this.bot.followed).hasSize(400));
	}

	@ParameterizedTest
	@ValueSource(strings = { "hang", "hangAfterwards" })
	void messagesWhenHandlersHangThenAllThatAreAcknowledgedAreToldAndTicketIsSaved(String action) {
		start("feishu.callback.max-threads=20");
		clickLate(action, 20);

		List<Response> responses = send(400, (id) -> CallbackJson.message("evt-" + id));
		Response ticket = send(1, (id) -> CallbackJson.ticket("ticket-1")).get(0);

		long acknowledged = responses.stream().filter((response) -> response.status() == 200).count();
		assertThat(acknowledged).isEqualTo(400);
		await().untilAsserted(() -> assertThat(this.bot.messages).hasSize(400));
		assertThat(ticket.status()).isEqualTo(200);
		assertThat(savedTicket()).isEqualTo("ticket-1");
	}

	@Test
	void messagesWhenListenersHangThenRestComesAgainAndTicketIsSaved() {
		start("feishu.callback.max-threads=20", "feishu.callback.max-pending=100");
		this.bot.listenersHang = true;

		List<Response> responses = send(400, (id) -> CallbackJson.message("evt-" + id));
		send(1, (id) -> CallbackJson.ticket("ticket-1"));

		assertThat(savedTicket()).isEqualTo("ticket-1");
		long acknowledged = responses.stream().filter((response) -> response.status() == 200).count();
		assertThat(acknowledged).isEqualTo(100);
		assertThat(responses).filteredOn((response) -> response.status() == unavailable()).hasSize(300);
		this.bot.hanging.countDown();
		await().untilAsserted(() -> assertThat(this.bot.messages).hasSize(100));
		await().until(() -> {
			send(400, (id) -> CallbackJson.message("evt-" + id));
			return this.bot.messages.size() == 400;
		});
	}

	@Test
	void clicksWhenHandlersHangBeyondTheBoundThenUsersReadThat() {
		start("feishu.callback.max-threads=5", "feishu.callback.max-pending=100");
		clickLate("hang", 90);

		List<Response> responses = clickLate("hangToo", 20);

		assertThat(responses).filteredOn((response) -> response.body().contains("Too much is going on")).hasSize(10);
		assertThat(this.application.getBean(CallbackProcessor.class).running()).hasSize(100);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void clicksWhenHandlersHangBeyondTheBoundOnVirtualThreadsThenUsersReadThat() {
		start("spring.threads.virtual.enabled=true", "feishu.callback.max-pending=100");
		clickLate("hang", 90);

		List<Response> responses = clickLate("hangToo", 20);

		assertThat(responses).filteredOn((response) -> response.body().contains("Too much is going on")).hasSize(10);
	}

	private void start(String... properties) {
		this.application = run(
				new SpringApplicationBuilder(TestApplication.class, Bot.class).registerShutdownHook(false)
					.properties("feishu.callback.answer-within=2s")
					.properties(properties));
		this.bot = this.application.getBean(Bot.class);
		this.way = way(this.application);
	}

	/** Clicks where handlers may hang, for which the platform gets an empty reply. */
	private List<Response> clickLate(String action, int count) {
		return LongDeadlines.withLateReplies(() -> click(action, count));
	}

	private List<Response> click(String action, int count) {
		return send(count, (id) -> CallbackJson.click(action + id, action));
	}

	/** In waves, because a server accepts no more connections at once. */
	private List<Response> send(int count, IntFunction<String> callback) {
		List<Response> responses = new ArrayList<>();
		for (int first = 0; first < count; first += WAVE) {
			List<CompletableFuture<Response>> wave = IntStream.range(first, Math.min(first + WAVE, count))
				.mapToObj((id) -> this.way.apply(callback.apply(id)))
				.toList();
			wave.forEach((response) -> responses.add(response.join()));
		}
		return responses;
	}

	private String savedTicket() {
		return this.application.getBean(AppTicketStore.class).find("cli_1").map(AppTicket::value).block();
	}

	/**
	 * Response to a callback.
	 *
	 * @param status status of the response, or code of the acknowledgement
	 * @param body body of the response, or data of the acknowledgement
	 */
	record Response(int status, String body) {
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
