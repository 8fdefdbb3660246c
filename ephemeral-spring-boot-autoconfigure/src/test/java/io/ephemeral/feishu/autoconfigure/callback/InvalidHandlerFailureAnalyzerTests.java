package io.ephemeral.feishu.autoconfigure.callback;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.stream.Stream;

import io.ephemeral.feishu.action.ActionName;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.around.CardExceptionHandler;
import io.ephemeral.feishu.form.RecordForm;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class InvalidHandlerFailureAnalyzerTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FeishuAutoConfiguration.class,
				FeishuCallbackDetailsAutoConfiguration.class, FeishuCallbackAutoConfiguration.class))
		.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1", "feishu.callback.path=/callback",
				"feishu.callback.encrypt-key=ek-1", "feishu.callback.verification-token=vt-1");

	@ParameterizedTest
	@MethodSource
	void startWhenHandlerIsWrongThenAnalysisHasProblemAndRemedy(Class<?> handler, String problem, String remedy) {
		this.runner.withBean(handler).run((context) -> {
			FailureAnalysis analysis = new InvalidHandlerFailureAnalyzer().analyze(context.getStartupFailure());

			assertThat(analysis.getDescription()).contains(handler.getSimpleName(), problem).endsWith(".");
			assertThat(analysis.getAction()).contains(remedy).endsWith(".");
		});
	}

	static Stream<Arguments> startWhenHandlerIsWrongThenAnalysisHasProblemAndRemedy() {
		return Stream.of(arguments(Returning.class, "but returns java.lang.String", "return type"),
				arguments(Counting.class, "'number'", "CardActionArgumentResolver"),
				arguments(Unreadable.class, "java.io.InputStream", "Jackson"),
				arguments(TwoActions.class, "more than one parameter that is a TypedAction", "Remove the others"),
				arguments(Named.class, "either a name", "Remove the name"),
				arguments(Nameless.class, "either a name", "@CardAction(\"save\")"),
				arguments(Catching.class, "nothing has failed", "@CardExceptionHandler"),
				arguments(Family.class, "[io.ephemeral", "@CardAction method"),
				arguments(Twice.class, "handled twice", "another name"),
				arguments(Blank.class, "is blank", "the name in the card"),
				arguments(CatchingNothing.class, "Throwable", "Add a parameter"),
				arguments(CatchingTwice.class, "java.io.IOException", "Remove one of them"));
	}

	@ParameterizedTest
	@MethodSource
	void startWhenActionIsWrongThenAnalysisHasProblemAndRemedy(Class<?> handler, String problem, String remedy) {
		this.runner.withBean(handler).run((context) -> {
			FailureAnalysis analysis = new InvalidHandlerFailureAnalyzer().analyze(context.getStartupFailure());

			assertThat(analysis.getDescription()).contains(problem);
			assertThat(analysis.getAction()).contains(remedy);
		});
	}

	static Stream<Arguments> startWhenActionIsWrongThenAnalysisHasProblemAndRemedy() {
		return Stream.of(arguments(OpenAction.class, "$Open must be a record", "declaration"),
				arguments(StreamAction.class, "$Streaming", "Jackson"),
				arguments(TwinAction.class, "both have the name 'same'", "@ActionName"),
				arguments(UnnamedAction.class, "@ActionName", "remove the annotation"));
	}

	@Test
	void startWhenRecordOfAFormIsWrongThenAnalysisHasProblemAndRemedy() {
		this.runner.withBean(Forms.class).run((context) -> {
			FailureAnalysis analysis = new InvalidFormRecordFailureAnalyzer().analyze(context.getStartupFailure());

			assertThat(analysis.getDescription()).contains("'instant'", "java.time.Instant");
			assertThat(analysis.getAction()).contains("LocalDateTime");
		});
	}

	@Test
	void analyzersThenAreRegistered() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, FailureHandler.logging(LogFactory.getLog(getClass()))))
			.hasAtLeastOneElementOfType(InvalidHandlerFailureAnalyzer.class)
			.hasAtLeastOneElementOfType(InvalidFormRecordFailureAnalyzer.class);
	}

	static final class Returning {

		@CardAction("save")
		String save() {
			return "";
		}

	}

	static final class Counting {

		@CardAction("save")
		void save(int number) {
		}

	}

	static final class Unreadable {

		@CardAction("save")
		void save(Upload upload) {
		}

	}

	static final class TwoActions {

		@CardAction
		void save(Eat eat, Drink drink) {
		}

	}

	static final class Named {

		@CardAction("save")
		void save(Eat eat) {
		}

	}

	static final class Nameless {

		@CardAction
		void save() {
		}

	}

	static final class Catching {

		@CardAction("save")
		void save(IOException ex) {
		}

	}

	static final class Family {

		@CardAction
		void eat(Eat eat) {
		}

	}

	static final class Twice {

		@CardAction("save")
		void one() {
		}

		@CardAction("save")
		void two() {
		}

	}

	static final class Blank {

		@CardAction(" ")
		void save() {
		}

	}

	static final class CatchingNothing {

		@CardExceptionHandler
		void handle() {
		}

	}

	static final class CatchingTwice {

		@CardExceptionHandler
		void one(IOException ex) {
		}

		@CardExceptionHandler
		void two(IOException ex) {
		}

	}

	static final class OpenAction {

		@CardAction
		void handle(Open open) {
		}

	}

	static final class StreamAction {

		@CardAction
		void handle(Streaming streaming) {
		}

	}

	static final class TwinAction {

		@CardAction
		void handle(Twins twins) {
		}

	}

	static final class UnnamedAction {

		@CardAction
		void handle(Unnamed unnamed) {
		}

	}

	static final class Forms {

		static final RecordForm<Moment> FORM = RecordForm.of(Moment.class);

	}

	record Upload(InputStream stream) {
	}

	record Moment(Instant instant) {
	}

	sealed interface Meal extends TypedAction {

	}

	record Eat() implements Meal {
	}

	record Drink() implements Meal {
	}

	interface Open extends TypedAction {

	}

	record Streaming(InputStream stream) implements TypedAction {
	}

	sealed interface Twins extends TypedAction {

	}

	@ActionName("same")
	record One() implements Twins {
	}

	@ActionName("same")
	record Two() implements Twins {
	}

	@ActionName(" ")
	record Unnamed() implements TypedAction {
	}

}
