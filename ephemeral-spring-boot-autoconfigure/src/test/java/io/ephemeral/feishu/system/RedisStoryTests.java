package io.ephemeral.feishu.system;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.redis.RedisServer;
import io.ephemeral.feishu.simulator.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The story of an application that shares over Redis.
 */
class RedisStoryTests extends StoryContract {

	private final RedisServer redis = RedisServer.start();

	@Override
	WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

	@Override
	String[] arguments() {
		return new String[] { "--feishu.redis.enabled=true", "--spring.data.redis.port=" + this.redis.port(),
				"--spring.data.redis.timeout=10m", "--spring.data.redis.connect-timeout=10m" };
	}

	@Test
	void cardWhenItExpiresThenIsGoneAndNotBefore() {
		this.application.getBean(EphemeralCardTemplate.class)
			.newCard(Card.builder().title("Soon gone").build())
			.chat(new ChatId(this.chat.id()))
			.viewer(Viewer.openId(this.chat.openId("ada")))
			.expiresAfter(Duration.ofSeconds(1))
			.send();

		RecordedRequest deleted = eventually(() -> this.feishu.requestsTo("/open-apis/ephemeral/v1/delete")).get(0);
		// The first request may have a token of the story before.
		assertThat(this.feishu.requestsTo("/open-apis/ephemeral/v1/send")).filteredOn((sent) -> sent.code() == 0)
			.singleElement()
			.satisfies((sent) -> assertThat(sent.receivedAt().plusSeconds(1)).isBeforeOrEqualTo(deleted.receivedAt()));
		eventually(() -> this.chat.seenBy("ada").isEmpty() ? List.of(true) : List.of());
	}

	@Override
	@AfterAll
	void stop() {
		super.stop();
		this.redis.close();
	}

}
