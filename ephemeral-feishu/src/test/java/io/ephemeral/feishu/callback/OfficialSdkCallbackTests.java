package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.lark.oapi.card.CardActionHandler;
import com.lark.oapi.core.request.EventReq;
import com.lark.oapi.core.response.EventResp;
import com.lark.oapi.core.utils.Decryptor;
import com.lark.oapi.event.EventDispatcher;
import com.lark.oapi.event.cardcallback.P2CardActionTriggerHandler;
import com.lark.oapi.event.cardcallback.model.P2CardActionTrigger;
import com.lark.oapi.event.cardcallback.model.P2CardActionTriggerResponse;
import io.ephemeral.feishu.MutableClock;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The official SDK as an independent witness: what it signs and decrypts is what is taken
 * here.
 */
class OfficialSdkCallbackTests {

	private static final String TIME = Long.toString(SignedCallback.NOW.getEpochSecond());

	private static final String NONCE = "nonce-1";

	private final CallbackProcessor processor = CallbackProcessor.builder(SignedCallback.KEYS)
		.legacy(true)
		.handlers(new CardActionHandlers(List.of(new Saving())))
		.clock(new MutableClock(SignedCallback.NOW))
		.build();

	@Test
	void clickWhenSignedBySdkThenIsTaken() throws Exception {
		String body = SignedCallback.of(Clicks.button("evt-1", "save")).text();

		assertThat(text(process(body, new Dispatcher().sign(body)))).contains("Saved");
	}

	@Test
	void clickWhenTakenHereThenIsTakenBySdkToo() throws Throwable {
		String body = SignedCallback.of(Clicks.submit("evt-1", "save", Clicks.FORM)).text();
		EventReq request = new EventReq();
		request.setBody(body.getBytes(StandardCharsets.UTF_8));
		request.setHeaders(Map.of("x-lark-request-timestamp", List.of(TIME), "x-lark-request-nonce", List.of(NONCE),
				"x-lark-signature", List.of(new Dispatcher().sign(body))));
		Dispatcher dispatcher = new Dispatcher();

		EventResp response = dispatcher.handle(request);

		assertThat(response.getStatusCode()).isEqualTo(200);
		assertThat(dispatcher.operator).isEqualTo("ou_1");
	}

	@Test
	void bodyWhenDecipheredBySdkThenIsTheSameAsHere() throws Exception {
		String json = Clicks.button("evt-1", "save");
		String encrypted = SignedCallback.encrypt(json, SignedCallback.KEYS.encryptKey());

		assertThat(new Decryptor(SignedCallback.KEYS.encryptKey()).decrypt(encrypted)).isEqualTo(json);
	}

	@Test
	void legacyClickWhenSignedBySdkThenIsTaken() throws Exception {
		String body = Clicks.legacy("save");

		assertThat(text(process(body, new LegacyHandler().sign(body)))).contains("Saved");
	}

	@Test
	void clickWhenSignedBySdkWithAnotherKeyThenIsRefused() throws Exception {
		String body = SignedCallback.of(Clicks.button("evt-1", "save")).text();

		assertThat(process(body, new Dispatcher().sign(body + " ")).status()).isEqualTo(401);
	}

	private CallbackResponse process(String body, String signature) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Lark-Request-Timestamp", TIME);
		headers.set("X-Lark-Request-Nonce", NONCE);
		headers.set("X-Lark-Signature", signature);
		return this.processor.process(headers, Mono.just(body.getBytes(StandardCharsets.UTF_8))).block();
	}

	private static String text(CallbackResponse response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

	private static final class Saving implements io.ephemeral.feishu.callback.CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("save");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			return Mono.just(CardActionReply.success("Saved"));
		}

	}

	private static final class Dispatcher extends EventDispatcher {

		private String operator;

		Dispatcher() {
			this(new Operators());
		}

		private Dispatcher(Operators operators) {
			super(EventDispatcher.newBuilder(SignedCallback.KEYS.verificationToken(), SignedCallback.KEYS.encryptKey())
				.onP2CardActionTrigger(operators));
			operators.dispatcher = this;
		}

		String sign(String body) throws NoSuchAlgorithmException {
			return calculateSignature(TIME, NONCE, SignedCallback.KEYS.encryptKey(), body);
		}

		private static final class Operators extends P2CardActionTriggerHandler {

			private Dispatcher dispatcher;

			@Override
			public P2CardActionTriggerResponse handle(P2CardActionTrigger event) {
				this.dispatcher.operator = event.getEvent().getOperator().getOpenId();
				return new P2CardActionTriggerResponse();
			}

		}

	}

	private static final class LegacyHandler extends CardActionHandler {

		LegacyHandler() {
			super(CardActionHandler.newBuilder(SignedCallback.KEYS.verificationToken(), "", (action) -> null));
		}

		String sign(String body) throws NoSuchAlgorithmException {
			return calculateSignature(TIME, NONCE, SignedCallback.KEYS.verificationToken(), body);
		}

	}

}
