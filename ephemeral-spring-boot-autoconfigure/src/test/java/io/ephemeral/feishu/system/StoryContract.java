package io.ephemeral.feishu.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.ShownToast;
import io.ephemeral.feishu.simulator.SimulatedChat;
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
import static org.awaitility.Awaitility.await;

/**
 * Story of a private question and its public outcome, from the message of a member to the
 * screens of all members. Only the simulator is configured.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(LongDeadlines.class)
abstract class StoryContract {

	private static final Map<String, String> FILLED = Map.of("text", "Water", "date", "2026-07-01");

	ConfigurableApplicationContext application;

	FeishuSimulator feishu;

	SimulatedChat chat;

	/** The kind of server. */
	abstract WebApplicationType type();

	/** The way of events and clicks. */
	boolean isOverLongConnection() {
		return false;
	}

	/** Further properties. */
	String[] arguments() {
		return new String[0];
	}

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(TestApplication.class, ReminderApplication.class).web(type())
			.registerShutdownHook(false)
			.properties("server.port=0", "server.address=127.0.0.1", "feishu.callback.answer-within=2s",
					"feishu.retry.max-elapsed=1s", "feishu.long-connection.enabled=" + isOverLongConnection())
			.run(arguments());
		this.feishu = this.application.getBean(FeishuSimulator.class);
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@BeforeEach
	void createChat() {
		this.feishu.reset();
		this.chat = this.feishu.createChat("ada", "bob");
	}

	private ShownCard ask(String name) {
		this.chat.member(name).says("/remind");
		return eventually(() -> this.chat.seenBy(name).stream().filter(ShownCard::onlyYou).toList()).get(0);
	}

	private List<String> titlesSeenBy(String name) {
		return this.chat.seenBy(name).stream().map(ShownCard::title).toList();
	}

	/**
	 * Repeats a question until the list is not empty, because the application works in
	 * the background.
	 */
	static <T> List<T> eventually(Supplier<List<T>> question) {
		return await().pollInterval(Duration.ofMillis(20)).until(question::get, (found) -> !found.isEmpty());
	}

	private void untilSeenBy(String name, String... titles) {
		eventually(() -> titlesSeenBy(name).equals(List.of(titles)) ? List.of(true) : List.of());
	}

	@Test
	void storyWhenFormIsSubmittedThenEverybodySeesOutcomeAndFormIsGone() {
		ShownCard form = ask("ada");
		assertThat(this.chat.seenBy("bob")).isEmpty();

		assertThat(form.submit(FILLED)).hasValue(new ShownToast("success", "Saved", 0));

		untilSeenBy("ada", "Reminder");
		assertThat(this.chat.seenBy("bob")).extracting(ShownCard::text)
			.containsExactly("Reminder\nWater on 2026-07-01");
	}

	@Test
	void storyWhenSubmittedTwiceAndAtOnceThenIsPublishedOnce() {
		ShownCard form = ask("ada");

		Flux.range(0, 8)
			.flatMap((click) -> Mono.fromRunnable(() -> form.submit(FILLED))
				.onErrorComplete(IllegalStateException.class) // the card is gone already
				.subscribeOn(Schedulers.boundedElastic()), 8)
			.blockLast();

		untilSeenBy("ada", "Reminder");
		assertThat(titlesSeenBy("bob")).containsExactly("Reminder");
	}

	@Test
	void storyWhenClickIsDeliveredAgainThenIsPublishedOnce() {
		ask("ada").submit(FILLED);
		untilSeenBy("ada", "Reminder");

		this.feishu.repeat(this.feishu.pushedEvents().get(1));

		assertThat(this.feishu.pushedEvents()).hasSize(3);
		assertThat(titlesSeenBy("bob")).containsExactly("Reminder");
	}

	@Test
	void storyWhenMessageIsDeliveredAgainThenIsAskedOnce() {
		ask("ada");

		this.feishu.repeat(this.feishu.pushedEvents().get(0));
		ask("bob");

		assertThat(titlesSeenBy("ada")).containsExactly("Remind?");
	}

	@Test
	void storyWhenPublishingFailsThenFormStaysAndMemberIsTold() {
		ShownCard form = ask("ada");
		this.feishu.faults()
			.on("/open-apis/im/v1/messages")
			.next(1)
			.meet(Fault.error(400, 230035, "no permission to speak"));

		form.submit(FILLED);

		untilSeenBy("ada", "Remind?", "Not published · 尚未发布");
		assertThat(this.chat.seenBy("bob")).isEmpty();
	}

	@Test
	void replyWhenLateThenCardIsUpdatedAfterwards() {
		ReminderApplication bot = this.application.getBean(ReminderApplication.class);
		bot.mayAnswer = new CountDownLatch(1);
		ShownCard form = ask("ada");

		assertThat(LongDeadlines.withLateReplies(() -> form.press("Slow"))).isEmpty();
		assertThat(titlesSeenBy("ada")).containsExactly("Remind?");
		bot.mayAnswer.countDown();

		untilSeenBy("ada", "At last");
	}

}
