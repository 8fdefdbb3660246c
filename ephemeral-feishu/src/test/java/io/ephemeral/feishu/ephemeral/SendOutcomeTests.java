package io.ephemeral.feishu.ephemeral;

import java.net.ConnectException;
import java.util.List;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.auth.TokenUnavailableException;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.chat.UnsupportedPlaceException;
import io.ephemeral.feishu.chat.UnsupportedPlaceException.Reason;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.FeishuApiError;
import io.ephemeral.feishu.error.FeishuApiException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class SendOutcomeTests {

	private static final Viewer ADA = Viewer.openId("ou_ada");

	static final Throwable[] NOTHING_SENT = {
			new ConnectionFailedException("ephemeral.send", new ConnectException("refused")),
			new FeishuApiException(new FeishuApiError("ephemeral.send", HttpStatus.OK, 424242, "", null, null, null,
					List.of(), null, null)),
			new ExpiryNotStoredException(new MessageId("om_1"), new IllegalStateException("store"), null),
			new TokenUnavailableException(new IllegalStateException("no token")), new InvalidCardException("no card"),
			new UnsupportedPlaceException(new ChatId("oc_1"), Reason.NOT_REACHED, null) };

	static final Throwable[] UNKNOWN = {
			new ExpiryNotStoredException(new MessageId("om_1"), new IllegalStateException("store"),
					new IllegalStateException("not deleted")),
			new DeliveryUnknownException("ephemeral.send", "no answer", null),
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

}
