package io.ephemeral.feishu.system;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.Viewer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Behavior of callbacks on every way.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(LongDeadlines.class)
abstract class CallbackContract {

	private ConfigurableApplicationContext application;

	private CallbackApplication handlers;

	/** The kind of server. */
	abstract WebApplicationType type();

	/** Properties of the way. */
	abstract String[] properties();

	/** Delivers a callback, and waits for the response. */
	abstract Delivery deliver(String id, String body) throws Exception;

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(TestApplication.class, CallbackApplication.class).web(type())
			.registerShutdownHook(false)
			.properties("feishu.simulator.enabled=true", "feishu.callback.answer-within=2s",
					"feishu.callback.double-click=0")
			.properties(properties())
			.run();
		this.handlers = this.application.getBean(CallbackApplication.class);
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@BeforeEach
	void forget() {
		this.handlers.reset();
	}

	ConfigurableApplicationContext application() {
		return this.application;
	}

	CallbackApplication handlers() {
		return this.handlers;
	}

	@Test
	void clickWhenFormIsSubmittedThenHandlerGetsItAndAnswers() throws Exception {
		Delivery delivery = submit("save", "{\"text\": \"Lunch\", \"date\": \"2024-04-01 +0800\"}");

		assertThat(delivery.status()).isEqualTo(200);
		assertThat(delivery.body()).isEqualTo("{\"toast\":{\"type\":\"success\",\"content\":\"Lunch on 2024-04-01\"}}");
		assertThat(this.handlers.operators).containsExactly(Viewer.openId("ou_1"));
	}

	@Test
	void clickWhenHandlerIsReactiveThenAnswers() throws Exception {
		assertThat(press("reactive").body()).contains("reactive");
	}

	@Test
	void clickWhenConstraintIsViolatedThenUserReadsItInEveryLanguage() throws Exception {
		Delivery delivery = submit("save", "{\"text\": \"\", \"date\": \"2024-04-01 +0800\"}");

		assertThat(delivery.body()).contains("\"error\"", "text: must not be blank", "text: 不能为空");
		assertThat(this.handlers.operators).isEmpty();
	}

	@Test
	void clickWhenValueDoesNotFitThenUserReadsTheField() throws Exception {
		assertThat(submit("save", "{\"text\": \"Lunch\", \"date\": \"tomorrow\"}").body())
			.contains("\"error\"", "date: ")
			.doesNotContain("tomorrow");
	}

	@Test
	void clickWhenApplicationHasATextForItThenUserReadsThat() throws Exception {
		assertThat(press("unknown").body()).contains("\"ja_jp\":\"もう利用できません。\"");
	}

	@Test
	void clickWhenHandlerFailsThenNothingLeaks() throws Exception {
		Delivery delivery = press("fail");

		assertThat(delivery.status()).isEqualTo(200);
		assertThat(delivery.body()).contains("\"error\"").doesNotContain("secret");
	}

	@Test
	void clickWhenWorkFollowsThenAnswerDoesNotWaitForIt() throws Exception {
		assertThat(press("publish").body()).contains("Publishing");

		assertThat(this.handlers.published).isNotDone();
		this.handlers.mayPublish.complete(null);
		assertThat(this.handlers.published.get(5, TimeUnit.MINUTES)).isEqualTo("om_1");
	}

	@Test
	void clickWhenHandlerIsLateThenIsAnsweredEmptyAndCardIsUpdated() throws Exception {
		Delivery delivery = LongDeadlines.withLateReplies(() -> press("late"));

		assertThat(delivery.status()).isEqualTo(200);
		assertThat(delivery.body()).isEqualTo("{}");
		this.handlers.mayFinish.complete(null);
		assertThat(this.handlers.updated.get(5, TimeUnit.MINUTES)).isEqualTo("c-1");
	}

	@Test
	void clickWhenDeliveredTwiceThenIsHandledOnce() throws Exception {
		String body = click("evt-twice", "\"value\": {\"action\": \"count\"}");

		assertThat(deliver("evt-twice", body).body()).contains("1").isEqualTo(deliver("evt-twice", body).body());
	}

	@Test
	void clicksWhenManyAtOnceThenAllAreAnswered() {
		List<Delivery> deliveries = Flux.range(0, 200)
			.flatMap((number) -> Mono.fromCallable(() -> press("reactive")).subscribeOn(Schedulers.boundedElastic()),
					200)
			.collectList()
			.block();

		assertThat(deliveries).hasSize(200).allSatisfy((delivery) -> assertThat(delivery.status()).isEqualTo(200));
	}

	@Test
	void eventWhenReceivedThenIsAcknowledgedAndReachesListener() throws Exception {
		String id = UUID.randomUUID().toString();
		Delivery delivery = deliver(id,
				"""
						{"schema": "2.0", "header": {"event_id": "%s", "event_type": "im.message.receive_v1", "token": "vt-contract"},
						"event": {"sender": {"sender_id": {"open_id": "ou_1"}}, "message": {"message_id": "om_%s", "chat_id": "oc_1",
						"message_type": "text", "content": "{\\"text\\": \\"/remind\\"}"}}}"""
					.formatted(id, id));

		assertThat(delivery.status()).isEqualTo(200);
		assertThat(this.handlers.message.get(5, TimeUnit.MINUTES).text()).isEqualTo("/remind");
	}

	Delivery press(String action) throws Exception {
		String id = UUID.randomUUID().toString();
		return deliver(id, click(id, "\"value\": {\"action\": \"" + action + "\"}"));
	}

	private Delivery submit(String action, String form) throws Exception {
		String id = UUID.randomUUID().toString();
		return deliver(id,
				click(id, "\"name\": \"" + action + "\", \"timezone\": \"Asia/Shanghai\", \"form_value\": " + form));
	}

	static String click(String id, String action) {
		return """
				{"schema": "2.0", "header": {"event_id": "%s", "event_type": "card.action.trigger", "token": "vt-contract"},
				"event": {"operator": {"open_id": "ou_1"}, "token": "c-1", "action": {"tag": "button", %s},
				"context": {"open_message_id": "om_1", "open_chat_id": "oc_1"}}}"""
			.formatted(id, action);
	}

	/**
	 * Response to a callback.
	 *
	 * @param status status of HTTP, or code of the acknowledgement
	 * @param body body, or data of the acknowledgement
	 */
	record Delivery(int status, String body) {
	}

}
