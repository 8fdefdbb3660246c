package io.ephemeral.feishu.message;

import io.ephemeral.feishu.MessageId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MessageUuidTests {

	@Test
	void uuidWhenBlankOrTooLongThenNamesTheMistake() {
		assertThatIllegalArgumentException().isThrownBy(() -> new MessageUuid(" ")).withMessageContaining("blank");
		assertThatIllegalArgumentException().isThrownBy(() -> new MessageUuid("a".repeat(51)))
			.withMessageContaining("50 characters");
		assertThat(new MessageUuid("a".repeat(50))).hasToString("a".repeat(50));
	}

	@Test
	void randomWhenCalledTwiceThenDiffers() {
		assertThat(MessageUuid.random()).isNotEqualTo(MessageUuid.random());
	}

	@Test
	void outcomeOfWhenCardIsTheSameThenUuidIsTheSame() {
		MessageUuid uuid = MessageUuid.outcomeOf(new MessageId("om_a"));

		assertThat(uuid).isEqualTo(MessageUuid.outcomeOf(new MessageId("om_a")))
			.isNotEqualTo(MessageUuid.outcomeOf(new MessageId("om_b")));
	}

}
