package io.ephemeral.feishu.system.field;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.callback.CallbackKeys;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CallbackResponse;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionHandlers;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.event.MessageReceived.Mention;
import io.ephemeral.feishu.system.LongDeadlines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clicks and messages from the field, and what the application receives.
 */
@ExtendWith(LongDeadlines.class)
class FieldCallbackTests {

	private static final CallbackKeys KEYS = new CallbackKeys("ek-field", "vtoken");

	@TestFactory
	Stream<DynamicTest> clickWhenFromTheFieldThenReachesItsHandler() {
		return FieldCase.tests("callback", FieldCallbackTests::checkClick);
	}

	@TestFactory
	Stream<DynamicTest> messageWhenFromTheFieldThenIsReadAsItWasWritten() {
		return FieldCase.tests("event", FieldCallbackTests::checkMessage);
	}

	private static void checkClick(FieldCase fieldCase) {
		String action = fieldCase.expect().path("action").stringValue();
		AtomicReference<@Nullable CardActionEvent> handled = new AtomicReference<>();
		process(fieldCase, CallbackProcessor.builder(KEYS)
			.handlers(new CardActionHandlers(List.of(new Handler(action, handled::set)))));

		CardActionEvent event = Objects.requireNonNull(handled.get(), "No handler was called");
		assertThat(fieldCase.expect().propertyNames())
			.allSatisfy((name) -> checkClick(name, fieldCase.expect().path(name), event));
	}

	private static void checkClick(String name, JsonNode expected, CardActionEvent event) {
		switch (name) {
			case "action" -> assertThat(event.action()).isEqualTo(expected.stringValue());
			case "chat" -> assertThat(event.chat().value()).isEqualTo(expected.stringValue());
			case "card" -> assertThat(event.messageId().value()).isEqualTo(expected.stringValue());
			case "operator" -> assertThat(event.operator()).isEqualTo(Viewer.openId(expected.stringValue()));
			case "form" -> assertThat(event.form(Form.class)).hasToString(expected.stringValue());
			case "input" -> assertThat(event.input()).isEqualTo(expected.stringValue());
			case "option" -> assertThat(event.option()).isEqualTo(expected.stringValue());
			case "options" -> assertThat(event.options()).hasToString(expected.stringValue());
			case "checked" -> assertThat(event.checked()).isEqualTo(expected.booleanValue());
			case "value" -> assertThat(event.value()).isEqualTo(expected);
			case "createdAt" -> assertThat(event.createdAt()).isEqualTo(Instant.parse(expected.stringValue()));
			default -> throw new IllegalStateException("Unknown expectation " + name);
		}
	}

	private static void checkMessage(FieldCase fieldCase) {
		AtomicReference<@Nullable MessageReceived> received = new AtomicReference<>();
		process(fieldCase, CallbackProcessor.builder(KEYS).listener((event) -> received.set((MessageReceived) event)));

		MessageReceived message = Objects.requireNonNull(received.get(), "No message was received");
		assertThat(fieldCase.expect().propertyNames())
			.allSatisfy((name) -> checkMessage(name, fieldCase.expect().path(name), message));
	}

	private static void checkMessage(String name, JsonNode expected, MessageReceived message) {
		switch (name) {
			case "text" -> assertThat(message.text()).isEqualTo(expected.stringValue());
			case "textContains" -> assertThat(message.text()).contains(expected.stringValue());
			case "type" -> assertThat(message.type()).isEqualTo(expected.stringValue());
			case "content" ->
				assertThat(message.content().getClass().getSimpleName()).isEqualTo(expected.stringValue());
			case "bot" -> assertThat(message.bot()).isEqualTo(expected.booleanValue());
			case "mentions" -> assertThat(message.mentions()).extracting(Mention::openId)
				.containsExactlyElementsOf(expected.valueStream().map(JsonNode::stringValue).toList());
			default -> throw new IllegalStateException("Unknown expectation " + name);
		}
	}

	private static void process(FieldCase fieldCase, CallbackProcessor.Builder builder) {
		byte[] body = fieldCase.input().toString().getBytes(StandardCharsets.UTF_8);
		try (CallbackProcessor processor = builder.scheduler(Schedulers.immediate()).build()) {
			CallbackResponse response = Objects
				.requireNonNull(processor.process(signed(body), Mono.just(body)).block());
			assertThat(response.status()).isEqualTo(200);
			response.afterwards().run();
		}
	}

	private static HttpHeaders signed(byte[] body) {
		String time = Long.toString(Instant.now().getEpochSecond());
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Lark-Request-Timestamp", time);
		headers.set("X-Lark-Request-Nonce", "nonce");
		headers.set("X-Lark-Signature", signature(time + "nonce" + KEYS.encryptKey(), body));
		return headers;
	}

	private static String signature(String prefix, byte[] body) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(prefix.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Type of the forms in the cases.
	 */
	record Form(@Nullable String text, List<String> many, @Nullable LocalDate day, @Nullable LocalTime time,
			@Nullable LocalDateTime when, @Nullable Boolean done, @Nullable String one, @Nullable Integer number) {
	}

	private record Handler(String action, Consumer<CardActionEvent> handled) implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of(this.action);
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			this.handled.accept(event);
			return Mono.just(CardActionReply.info("seen"));
		}

	}

}
