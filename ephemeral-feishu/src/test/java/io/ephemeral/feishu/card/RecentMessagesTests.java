package io.ephemeral.feishu.card;

import io.ephemeral.feishu.MessageId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentMessagesTests {

	private final RecentMessages messages = new RecentMessages(2);

	@Test
	void messagesWhenThereAreTooManyThenOldestIsForgotten() {
		add("om_1", "om_2", "om_3");

		assertThat(contains("om_1")).isFalse();
		assertThat(contains("om_2")).isTrue();
		assertThat(contains("om_3")).isTrue();
	}

	@Test
	void messageWhenAddedAgainThenIsTheLatest() {
		add("om_1", "om_2", "om_1", "om_3");

		assertThat(contains("om_1")).isTrue();
		assertThat(contains("om_2")).isFalse();
	}

	private void add(String... messages) {
		for (String message : messages) {
			this.messages.add(new MessageId(message));
		}
	}

	private boolean contains(String message) {
		return this.messages.contains(new MessageId(message));
	}

}
