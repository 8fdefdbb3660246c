package io.ephemeral.feishu.callback.around;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.callback.CapturedLog;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.callback.Clicks;
import io.ephemeral.feishu.callback.FormBindingException;
import io.ephemeral.feishu.callback.InvalidFormException;
import io.ephemeral.feishu.callback.Toast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CardExceptionHandlerTests {

	private static final String FAILED = "That did not work";

	@ParameterizedTest
	@CsvSource({ "file, beside: file", "io, beside: io", "unchecked, beside: io", "reactive, beside: io",
			"runtime, first: runtime", "state, first: runtime", "overflow, second: error" })
	void exceptionWhenThrownThenNearestMethodReplies(String action, String text) {
		assertThat(Surrounded.by(new Second(), new Orders(), new First()).click(action)).contains(text);
	}

	@Test
	void exceptionWhenNobodyHandlesItThenReplyIsTheGeneralOne() {
		try (CapturedLog log = CapturedLog.start()) {
			assertThat(Surrounded.by(new Orders()).click("state")).contains(FAILED);
			assertThat(log.errors()).singleElement().asString().contains("IllegalStateException", "Orders.state");
		}
	}

	@Test
	void exceptionWhenHandledThenIsNoErrorInTheLog() {
		try (CapturedLog log = CapturedLog.start()) {
			Surrounded.by(new Orders()).click("io");

			assertThat(log.errors()).isEmpty();
		}
	}

	@Test
	void methodWhenItTakesParametersOfHandlersThenGetsThem() {
		assertThat(Surrounded.by(new Parameters()).click("gone")).contains("42 fr ou_1 evt-0");
	}

	@Test
	void methodWhenItFailsItselfThenReplyIsTheGeneralOneAndLogHasBoth() {
		try (CapturedLog log = CapturedLog.start()) {
			assertThat(Surrounded.by(new Clumsy()).click("first")).contains(FAILED);
			assertThat(log.errors()).singleElement()
				.asString()
				.contains("Clumsy.handle failed", "the first failure", "the second failure");
		}
	}

	@Test
	void mistakeInFormWhenHandlerIsGeneralThenKeepsItsToast() {
		assertThat(Surrounded.by(new Forms(), new First()).click(CardExceptionHandlerTests::wrongDate))
			.contains("date: is not valid");
		assertThat(new Surrounded((form) -> Toast.of(Toast.Type.ERROR, "no"), List.of(), new Forms(), new First())
			.click(CardExceptionHandlerTests::rightDate)).contains("\"no\"");
	}

	@Test
	void mistakeInFormWhenHandlerNamesItThenHandlerReplies() {
		assertThat(Surrounded.by(new Forms(), new Mistakes()).click(CardExceptionHandlerTests::wrongDate))
			.contains("check date");
		assertThat(new Surrounded((form) -> Toast.of(Toast.Type.ERROR, "no"), List.of(), new Forms(), new Mistakes())
			.click(CardExceptionHandlerTests::rightDate)).contains("please: no");
	}

	@Test
	void methodsWhenTwoOfOneBeanHandleTheSameExceptionThenStartFails() {
		assertThatIllegalStateException().isThrownBy(() -> Surrounded.by(new Ambiguous()))
			.withMessageContaining("java.io.IOException")
			.withMessageContaining("Ambiguous.one")
			.withMessageContaining("Ambiguous.two");
	}

	@Test
	void methodWhenItHasNoExceptionThenStartFails() {
		assertThatIllegalStateException().isThrownBy(() -> Surrounded.by(new NoException()))
			.withMessageContaining("NoException.handle")
			.withMessageContaining("Throwable");
	}

	@Test
	void methodWhenParameterIsUnknownThenStartFails() {
		assertThatIllegalStateException().isThrownBy(() -> Surrounded.by(new UnknownParameter()))
			.withMessageContaining("'number'")
			.withMessageContaining("UnknownParameter.handle");
	}

	@Test
	void handlerWhenItTakesAnExceptionThenStartFails() {
		assertThatIllegalStateException().isThrownBy(() -> Surrounded.by(new FailureInHandler()))
			.withMessageContaining("FailureInHandler.handle");
	}

	private static String wrongDate(String id) {
		return Clicks.submit(id, "form", "{\"date\": \"soon\"}");
	}

	private static String rightDate(String id) {
		return Clicks.submit(id, "form", "{\"date\": \"2026-07-01 +0800\"}");
	}

	static class Orders {

		@CardAction("file")
		void file() throws IOException {
			throw new FileNotFoundException();
		}

		@CardAction("io")
		void io() throws IOException {
			throw new IOException();
		}

		@CardAction("unchecked")
		void unchecked() {
			throw new UncheckedIOException(new IOException());
		}

		@CardAction("reactive")
		Mono<CardActionReply> reactive() {
			return Mono.error(new IOException());
		}

		@CardAction("runtime")
		void runtime() {
			throw new UnsupportedOperationException();
		}

		@CardAction("state")
		void state() {
			throw new IllegalStateException();
		}

		@CardAction("overflow")
		void overflow() {
			throw new StackOverflowError();
		}

		@CardExceptionHandler
		CardActionReply io(IOException ex) {
			return CardActionReply.warning("beside: io");
		}

		@CardExceptionHandler
		Mono<CardActionReply> file(FileNotFoundException ex) {
			return Mono.just(CardActionReply.warning("beside: file"));
		}

	}

	@CardActionAdvice
	@Order(1)
	static class First {

		@CardExceptionHandler
		CardActionReply runtime(RuntimeException ex) {
			return CardActionReply.warning("first: runtime");
		}

	}

	@CardActionAdvice
	@Order(2)
	static class Second {

		@CardExceptionHandler
		CardActionReply state(IllegalStateException ex) {
			return CardActionReply.warning("second: state");
		}

		@CardExceptionHandler
		CardActionReply error(StackOverflowError error) {
			return CardActionReply.warning("second: error");
		}

	}

	static class Parameters {

		@CardAction("gone")
		void gone() {
			throw new IllegalArgumentException("42");
		}

		@CardExceptionHandler
		CardActionReply gone(IllegalArgumentException ex, Locale locale, Viewer viewer, CardActionEvent event) {
			return CardActionReply.warning(ex.getMessage() + " " + locale + " " + viewer.value() + " " + event.id());
		}

	}

	static class Clumsy {

		@CardAction("first")
		void first() {
			throw new IllegalArgumentException("the first failure");
		}

		@CardExceptionHandler
		void handle(IllegalArgumentException ex) {
			throw new UnsupportedOperationException("the second failure");
		}

	}

	static class Forms {

		@CardAction("form")
		void form(Form form) {
		}

	}

	record Form(LocalDate date) {
	}

	@CardActionAdvice
	static class Mistakes {

		@CardExceptionHandler
		CardActionReply binding(FormBindingException ex) {
			return CardActionReply.warning("check " + ex.field());
		}

		@CardExceptionHandler
		CardActionReply invalid(InvalidFormException ex) {
			return CardActionReply.warning("please: " + ex.toast().content());
		}

	}

	static class Ambiguous {

		@CardExceptionHandler
		void one(IOException ex) {
		}

		@CardExceptionHandler
		void two(IOException ex) {
		}

	}

	static class NoException {

		@CardExceptionHandler
		void handle(Viewer viewer) {
		}

	}

	static class UnknownParameter {

		@CardExceptionHandler
		void handle(IOException ex, Integer number) {
		}

	}

	static class FailureInHandler {

		@CardAction("one")
		void handle(IOException ex) {
		}

	}

}
