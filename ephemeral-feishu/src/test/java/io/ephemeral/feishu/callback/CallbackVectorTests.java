package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;

import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Known answers: {@code V1} and {@code V2} are of the official documents and the official
 * SDK, the others were computed apart from this code.
 */
class CallbackVectorTests {

	private static final String KEY = SignedCallback.KEYS.encryptKey();

	private static final String V3 = "{\"schema\":\"2.0\",\"header\":{\"event_id\":\"evt-1\",\"event_type\":\"card.action.trigger\"},\"event\":{\"token\":\"c-1\"}}";

	private static final String V4 = "AAECAwQFBgcICQoLDA0OD+/x6XFewJFXJAro4peqlf8SyIO5D2e/2wAZ/j+9WPyzySIJjAOMdJWCIN+RChZR122F64+7zU2H+N8srweZzNoHVedPrTk779SAVERJ2HWndUXb6PJQtAYlaqXC9afWx1HMZa5EfXjysiF8EQzI3bg=";

	private static final String V8 = "{\"open_id\":\"ou_1\",\"open_message_id\":\"om_1\",\"action\":{\"tag\":\"button\",\"value\":{\"k\":\"v\"}}}";

	@Test
	void v1WhenDecipheredThenIsPlaintext() {
		assertThat(decipher("P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=", "test key")).isEqualTo("hello world");
	}

	@Test
	void v2WhenDecipheredThenIsPlaintext() {
		assertThat(decipher(
				"4T4ivT/PR2APX9OYkhRKtu54s1rtIpj9xJU69Hs1yWQ/1RutbufsBs9xjx5YC3u/0hMRF49sN0kevQiEL8iB3bVEdpfyJXzXGDfKUjvKQTmG64GbMdTW6qRpadVPem3f32jHuT6fc+4TRg4BigwoUId+l/D+vcIwu3mDgAEbaqzWfmvccmpiRMfQbh9JhdK/akmrRjo/CXPLM+hZciFXJMSpKueV3SjZJoSls5y0ZTHC8zak/Mp/DSl1wa4mYe5laP367Lnl4ylGiXBKx3Ku29oWv79rYcO/5QT63H4rkl8bwYmAzScpb2KNnV11L3xiDzJp3hFdfXczUvm93FXu4Lw8eDAsRzIWCccKrqHh0UvtDJD95tNn6LvYew4+Xbk1RD4k7UzWJS9AMobOK778NLNxfQ+Kn7MKzBHilXnSIVY5V+dcsOOdfqJviW4yWmT73JHYKq1qJip7Cw7lbkmRMUmettUwdVFWxeXH6iTex3YXCgqoriCx/MzeQhdNEycipooB/vHItRt1CF44uFWj9tf8n3TdbdH4dNMD0hw8ejHJSbEHb9HAGCugUniN8BzL9wxE959JU4cu3BKjDuIk5oS9hLR1mSc3vKBuSa3VKOE=",
				"1212121212"))
			.isEqualTo(
					"{\"schema\":\"2.0\",\"header\":{\"event_id\":\"f7984f25108f8137722bb63cee927e66\",\"event_type\":\"contact.user.created_v3\",\"app_id\":\"cli_xxxxxxxx\",\"tenant_key\":\"xxxxxxx\",\"create_time\":\"1603977298000000\",\"token\":\"v\"},\"event\":{\"object\":{\"open_id\":\"ou_7dab8a3d3cdcc9da365777c7ad535d62\",\"union_id\":\"on_576833b917gda3d939b9a3c2d53e72c8\",\"user_id\":\"e33ggbyz\",\"name\":\"张三\",\"employee_no\":\"employee_no\"}},\"challenge\":\"1212\",\"type\":\"url_verification1\"}");
	}

	@Test
	void v3WhenSignatureIsCheckedThenIsRight() {
		assertSigned(V3, "ca170c18c5722be5a69aaaf13105ace6c209748ca952d7001a1ebf247bb9c418");
	}

	@Test
	void v4WhenSignatureIsCheckedAndDecipheredThenIsV3() {
		assertSigned("{\"encrypt\":\"" + V4 + "\"}",
				"19a9476ce020649704859e0d1ad6f8a1d00b217a7b219d23a60ea4b38af4bfb7");
		assertThat(decipher(V4, KEY)).isEqualTo(V3);
	}

	@Test
	void v5WhenNotAsciiThenSignatureIsRightAndCiphertextIsThatText() {
		assertSigned("{\"msg\":\"提醒 ✅\"}", "b0916b5b8e623a1decf8987f9d9eb42bd6e24ca21c5014ff58c349abdd54369a");
		assertThat(decipher("AAECAwQFBgcICQoLDA0OD7sJV++U8YjS2yLY2RoP0FZRqilkY1aL/m9EWTxxv8nW", KEY))
			.isEqualTo("{\"msg\":\"提醒 ✅\"}");
	}

	@Test
	void v6WhenPlaintextIsOneBlockThenPaddingIsAnotherOne() {
		assertThat(decipher("AAECAwQFBgcICQoLDA0OD2Sr27XzprMRkWDPrhzxUJiGdVnuUPdS1TYV8sKPxt+8", KEY))
			.isEqualTo("0123456789abcdef");
	}

	@Test
	void v7WhenChallengeIsEncryptedThenIsAnsweredUnsigned() {
		CallbackPayload payload = verification().open(new HttpHeaders(), bytes(
				"{\"encrypt\":\"AAECAwQFBgcICQoLDA0ODxJIBo4yWiiWUp/ZnRy2BBOEg9nnEaYu6VWdyyECw227ORM8AM/uVOv0Cwxi6V7PBn/CUFsC24HhC/T71loPSLTy2cBVn7D8MUSbzRZ9S0iL\"}"));

		assertThat(payload.challenge()).isEqualTo("ajls384kdjx98XX");
	}

	@Test
	void v8WhenOfTheOldShapeThenSignatureIsMadeWithTheVerificationToken() {
		assertSigned(V8, "0fd49fc3669b3d73b787909d931e8fcbd45e54b6");
		assertThat(verification().open(SignedCallback.legacy(V8).headers(), bytes(V8)).isClick()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "0,0", "16,16", "17,17", "33,33", "47,47" })
	void decipherWhenNotWholeBlocksThenRefuses(int length) {
		assertThatExceptionOfType(CallbackRejectedException.class)
			.isThrownBy(() -> new CallbackCipher(KEY).decipher(new byte[length]))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.MALFORMED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "test kez", "Test key", " " })
	void decipherWhenKeyIsAnotherThenPaddingIsWrong(String key) {
		assertThatExceptionOfType(CallbackRejectedException.class)
			.isThrownBy(() -> decipher("P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=", key));
	}

	private static void assertSigned(String body, String signature) {
		HttpHeaders headers = SignedCallback.unsigned(body)
			.with("X-Lark-Request-Timestamp", "1700000000")
			.with("X-Lark-Request-Nonce", "n0nce-42")
			.with("X-Lark-Signature", signature)
			.headers();
		Clock clock = Clock.fixed(SignedCallback.NOW, ZoneOffset.UTC);
		assertThatNoException().isThrownBy(() -> CallbackSignature.of(headers)
			.check(SignedCallback.KEYS, bytes(body), clock, Duration.ofMinutes(5)));
		headers.set("X-Lark-Signature", "00" + signature.substring(2));
		assertThatExceptionOfType(CallbackRejectedException.class).isThrownBy(() -> CallbackSignature.of(headers)
			.check(SignedCallback.KEYS, bytes(body), clock, Duration.ofMinutes(5)));
	}

	private static CallbackVerification verification() {
		return new CallbackVerification(SignedCallback.KEYS, true, Duration.ofMinutes(5),
				Clock.fixed(SignedCallback.NOW, ZoneOffset.UTC));
	}

	private static String decipher(String base64, String key) {
		return new String(new CallbackCipher(key).decipher(Base64.getDecoder().decode(base64)), StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
