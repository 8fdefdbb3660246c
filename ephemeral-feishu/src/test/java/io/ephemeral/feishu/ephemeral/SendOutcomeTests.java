package io.ephemeral.feishu.ephemeral;

import java.net.ConnectException;
import java.util.List;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.auth.TokenUnavailableException;
import io.ephemeral.feishu.card.InvalidCardException;
import io.ephemeral.feishu.chat.UnsupportedPlaceException;
import io.ephemeral.feishu.chat.UnsupportedPlaceException.Reason;
import io.ephemeral.feishu.client.ConnectionFailedException;
import io.ephemeral.feishu.client.DeliveryUnknownException;
import io.ephemeral.feishu.client.FeishuApiError;
import io.ephemeral.feishu.client.FeishuApiException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import org.springframework.http.HttpStatusCode;

import static org.assertj.core.api.Assertions.assertThat;

class SendOutcomeTests {

	private static final Viewer ADA = Viewer.openId("ou_ada");

	static final Throwable[] NOTHING_SENT = {
			new ConnectionFailedException("ephemeral.send", new ConnectException("refused")),
			new TokenUnavailableException(new IllegalStateException("no token")), new InvalidCardException("no card"),
			new UnsupportedPlaceException(new ChatId("oc_1"), Reason.NOT_REACHED, null) };

	static final Throwable[] UNKNOWN = { new DeliveryUnknownException("ephemeral.send", "no answer", null),
			new IllegalStateException("a filter of the application") };

	@ParameterizedTest
	@FieldSource("NOTHING_SENT")
	void failedWhenNothingWasSentThenIsRefused(Throwable error) {
		assertThat(SendOutcome.failed(ADA, error)).isEqualTo(new SendOutcome.Refused(ADA, error));
	}

	@ParameterizedTest
	@FieldSource("UNKNOWN")
	void failedWhenNothingIsKnownThenIsUnknown(Throwable error) {
		assertThat(SendOutcome.failed(ADA, error)).isEqualTo(new SendOutcome.Unknown(ADA, error));
	}

	@ParameterizedTest
	@CsvSource({ "ephemeral.send, 400, 11206, true", "ephemeral.send, 200, 18053, true", "ephemeral.send, 429, 1, true",
			"ephemeral.send, 400, 424242, true", "ephemeral.send, 500, 424242, false",
			"ephemeral.send, 200, 5000, false", "ephemeral.send, 400, 18121, false",
			"auth.tenant_access_token, 200, 5000, true" })
	void failedWhenPlatformAnswersThenIsRefusedUnlessThePlatformFailed(String operation, int status, int code,
			boolean refused) {
		FeishuApiException error = new FeishuApiException(new FeishuApiError(operation, HttpStatusCode.valueOf(status),
				code, "", null, null, null, List.of(), null, null));

		assertThat(SendOutcome.failed(ADA, error))
			.isInstanceOf(refused ? SendOutcome.Refused.class : SendOutcome.Unknown.class);
	}

}
