package io.ephemeral.sample;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.redis.RedisServer;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances of the sample that share over one Redis.
 */
class FleetProfileTests {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static RedisServer redis;

	private static ConfigurableApplicationContext first;

	private static ConfigurableApplicationContext second;

	private final FeishuSimulator feishu = first.getBean(FeishuSimulator.class);

	private final SimulatedChat chat = this.feishu.createChat("ada", "carl");

	@BeforeAll
	static void start() {
		redis = RedisServer.start();
		first = run("fleet", "feishu.simulator.port=0");
		second = run("fleet,second", "feishu.base-url=" + first.getBean(FeishuSimulator.class).baseUrl());
	}

	private static ConfigurableApplicationContext run(String profiles, String property) {
		return new SpringApplicationBuilder(SampleApplication.class).registerShutdownHook(false)
			.properties("spring.profiles.active=" + profiles)
			.run("--server.port=0", "--REDIS_URL=redis://127.0.0.1:" + redis.port(), "--" + property);
	}

	@AfterAll
	static void stop() {
		second.close();
		first.close();
		redis.close();
	}

	@Test
	void formWhenEventsReachBothInstancesThenEachIsShownOnce() {
		for (int form = 1; form <= 10; form++) {
			int expected = form;
			this.chat.member("ada").says("/remind");
			await().atMost(PATIENCE).until(() -> this.chat.seenBy("ada").size() == expected);
		}

		assertThat(this.chat.seenBy("carl")).isEmpty();
	}

	@Test
	void reminderWhenSavedThenIsPublishedOnce() {
		this.chat.member("ada").says("/remind");
		await().atMost(PATIENCE).until(() -> !this.chat.seenBy("ada").isEmpty());
		ShownCard form = this.chat.seenBy("ada").get(0);

		form.submit(Map.of("text", "Water the plants", "date", LocalDate.now(ZoneOffset.UTC).plusDays(2), "time",
				LocalTime.of(9, 30), "whom", "carl"));

		await().atMost(PATIENCE).until(() -> titles("ada").equals(List.of("Reminder")));
		assertThat(titles("carl")).containsExactly("Reminder");
	}

	private List<String> titles(String name) {
		return this.chat.seenBy(name).stream().map(ShownCard::title).toList();
	}

}
