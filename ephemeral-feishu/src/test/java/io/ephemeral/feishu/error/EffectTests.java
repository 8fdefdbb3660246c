package io.ephemeral.feishu.error;

import java.io.IOException;
import java.util.List;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.FeishuException.Effect;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.NotSentException;
import io.ephemeral.feishu.ephemeral.ExpiryNotStoredException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class EffectTests {

	private static final MessageId CARD = new MessageId("om_a");

	@ParameterizedTest
	@CsvSource({ "230020, NONE", "11206, NONE", "99991663, NONE", "1, NONE", "18121, UNKNOWN", "1500, UNKNOWN" })
	void effectWhenPlatformAnswersThenDependsOnTheCode(int code, Effect effect) {
		assertThat(Effect.of(answer("ephemeral.send", code))).isEqualTo(effect);
	}

	@Test
	void effectWhenNothingWasSentThenIsNone() {
		assertThat(Effect.of(new NotSentException("The application is stopping"))).isEqualTo(Effect.NONE);
		assertThat(Effect.of(new ConnectionFailedException("ephemeral.send", new IOException())))
			.isEqualTo(Effect.NONE);
	}

	@Test
	void effectWhenThereIsNoAnswerThenIsUnknown() {
		assertThat(Effect.of(new DeliveryUnknownException("ephemeral.send", "No response", null)))
			.isEqualTo(Effect.UNKNOWN);
		assertThat(Effect.of(new UnexpectedResponseException("ephemeral.send", HttpStatus.OK, null, "a page", null)))
			.isEqualTo(Effect.UNKNOWN);
	}

	@Test
	void effectWhenErrorIsOfTheApplicationThenIsUnknown() {
		assertThat(Effect.of(new IllegalStateException())).isEqualTo(Effect.UNKNOWN);
	}

	@Test
	void effectWhenExpiryIsNotStoredThenDependsOnTheDeletion() {
		FeishuException store = new NotSentException("No connection");

		assertThat(Effect.of(new ExpiryNotStoredException(CARD, store, null))).isEqualTo(Effect.NONE);
		assertThat(Effect.of(new ExpiryNotStoredException(CARD, store, store))).isEqualTo(Effect.UNKNOWN);
	}

	@ParameterizedTest
	@CsvSource({ "ephemeral.delete, 18051, ALREADY_DELETED", "message.recall, 230011, ALREADY_DELETED",
			"message.recall, 230110, ALREADY_DELETED", "message.update, 230020, TARGET_RATE_LIMITED",
			"ephemeral.send, 11233, TARGET_RATE_LIMITED", "card.update, 300040, CLICK_USED_UP",
			"auth.app_access_token, 10012, APP_TICKET_STALE", "ephemeral.send, 99991401, ADDRESS_NOT_ALLOWED" })
	void isWhenCodeHasReasonThenOnlyThatOne(String operation, int code, ErrorReason reason) {
		FeishuApiException refusal = answer(operation, code);

		assertThat(ErrorReason.values()).filteredOn(refusal::is).containsExactly(reason);
	}

	@ParameterizedTest
	@CsvSource({ "message.recall, 230009", "card.update, 300030", "ephemeral.send, 99991400", "ephemeral.send, 1" })
	void isWhenCodeOnlyHasACategoryThenHasNoReason(String operation, int code) {
		assertThat(ErrorReason.values()).noneMatch(answer(operation, code)::is);
	}

	private static FeishuApiException answer(String operation, int code) {
		return FeishuApiException.of(new FeishuApiError(operation, HttpStatus.BAD_REQUEST, code, "", null, null, null,
				List.of(), null, null));
	}

}
