package io.ephemeral.feishu.system;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.redis.RedisServer;
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
		return new String[] { "--feishu.redis.enabled=true", "--spring.data.redis.port=" + this.redis.port() };
	}

	@Test
	void cardWhenItExpiresThenIsGone() {
		this.application.getBean(EphemeralCardTemplate.class)
			.newCard(Card.builder().title("Soon gone").build())
			.chat(new ChatId(this.chat.id()))
			.viewer(Viewer.openId(this.chat.openId("ada")))
			.expiresAfter(Duration.ofSeconds(1))
			.send();

		assertThat(this.chat.seenBy("ada")).hasSize(1);
		eventually(() -> this.chat.seenBy("ada").isEmpty() ? List.of(true) : List.of());
	}

	@Override
	@AfterAll
	void stop() {
		super.stop();
		this.redis.close();
	}

}
