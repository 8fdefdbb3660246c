package io.ephemeral.feishu.autoconfigure.callback;

import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.ephemeral.feishu.auth.AppTicket;
import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.FeishuCallbackDetails;
import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackProperties;
import io.ephemeral.feishu.callback.AppTicketSaver;
import io.ephemeral.feishu.callback.BeanFormValidator;
import io.ephemeral.feishu.callback.CallbackKeys;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CallbackResponse;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionArgumentResolver;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.callback.FormValidator;
import io.ephemeral.feishu.callback.around.CardActionAdvice;
import io.ephemeral.feishu.callback.around.CardActionInterceptor;
import io.ephemeral.feishu.callback.around.CardExceptionHandler;
import io.ephemeral.feishu.callback.webmvc.CallbackRequestHandler;
import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.event.AppTicketReceived;
import io.ephemeral.feishu.event.EventInterceptor;
import io.ephemeral.feishu.event.FeishuEventListener;
import io.ephemeral.feishu.flow.CardFlow;
import io.ephemeral.feishu.flow.Outcome;
import io.ephemeral.feishu.flow.Step;
import io.ephemeral.feishu.system.LongDeadlines;
import io.ephemeral.feishu.system.PatientSession;
import jakarta.validation.Validator;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(LongDeadlines.class)
class FeishuCallbackAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(FeishuAutoConfiguration.class,
			FeishuCallbackDetailsAutoConfiguration.class, FeishuCallbackAutoConfiguration.class);

	private static final String[] KEYS = { "feishu.callback.path=/callback", "feishu.callback.encrypt-key=ek-1",
			"feishu.callback.verification-token=vt-1" };

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS)
		.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1");

	@Test
	void contextWhenNothingIsSetThenThereIsNoRoute() {
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(FeishuCallbackProperties.class)
			.doesNotHaveBean(CallbackProcessor.class)
			.doesNotHaveBean(HandlerMapping.class));
	}

	@Test
	void contextWhenServletApplicationThenPathIsMapped() {
		this.runner.withPropertyValues(KEYS)
			.run((context) -> assertThat(
					context.getBean("feishuCallbackRoute", SimpleUrlHandlerMapping.class).getUrlMap())
				.hasEntrySatisfying("/callback",
						(handler) -> assertThat(handler).isInstanceOf(CallbackRequestHandler.class)));
	}

	@Test
	void contextWhenReactiveApplicationThenThereIsARoute() {
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1")
			.withPropertyValues(KEYS)
			.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet", "jakarta.servlet"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(RouterFunction.class));
	}

	@Test
	void contextWhenNoWebServerThenThereAreNoCallbacks() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1")
			.withPropertyValues(KEYS)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CallbackProcessor.class));
	}

	@Test
	void contextWhenDisabledThenThereIsNothing() {
		this.runner.withPropertyValues(KEYS)
			.withPropertyValues("feishu.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(FeishuCallbackDetails.class));
	}

	@Test
	void contextWhenClassesOfValidationAreMissingThenFormsAreNotValidated() {
		this.runner.withPropertyValues(KEYS)
			.withClassLoader(new FilteredClassLoader("jakarta.validation"))
			.run((context) -> assertThat(context).hasNotFailed()
				.getBean(FormValidator.class)
				.isNotInstanceOf(BeanFormValidator.class));
	}

	@Test
	void contextWhenThereIsAValidatorThenFormsAreValidated() {
		this.runner.withPropertyValues(KEYS)
			.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
			.run((context) -> assertThat(context).hasSingleBean(Validator.class)
				.getBean(FormValidator.class)
				.isInstanceOf(BeanFormValidator.class));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "feishu.callback.path", "feishu.callback.encrypt-key", "feishu.callback.verification-token" })
	void startWhenOneIsMissingThenIsNamed(String missing) {
		String[] others = Set.of(KEYS)
			.stream()
			.map((property) -> property.startsWith(missing) ? missing + "=" : property)
			.toArray(String[]::new);

		FailureAnalysis analysis = analysis(this.runner.withPropertyValues(others));

		assertThat(analysis.getDescription())
			.isEqualTo("Feishu callbacks are only partly configured: The property '" + missing + "' is not set.");
		assertThat(analysis.getAction()).contains("feishu.callback.path", "Encryption Strategy");
	}

	@ParameterizedTest
	@CsvSource({ "feishu.callback.path=callback, feishu.callback.path", "feishu.callback.answer-within=3s, 3 seconds",
			"feishu.callback.answer-within=0s, positive", "feishu.callback.max-age=-1s, age",
			"feishu.callback.max-body-size=0, 1 byte", "feishu.callback.max-pending=0, pending clicks",
			"feishu.callback.max-threads=0, threads" })
	void startWhenValueIsImpossibleThenFails(String property, String message) {
		this.runner.withPropertyValues(KEYS)
			.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.asString()
				.contains(message)
				.doesNotContain("ek-1", "vt-1"));
	}

	@Test
	void analyzerThenIsRegistered() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, FailureHandler.logging(LogFactory.getLog(getClass()))))
			.hasAtLeastOneElementOfType(MissingCallbackPropertyFailureAnalyzer.class);
	}

	@Test
	void startWhenTwoMethodsHandleOneActionThenBothAreNamed() {
		this.runner.withPropertyValues(KEYS)
			.withBean(Save.class)
			.withBean(SaveToo.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("Save.save")
				.hasMessageContaining("SaveToo.actions"));
	}

	@Test
	void startWhenFlowHasGapThenStepIsNamed() {
		this.runner.withPropertyValues(KEYS)
			.withBean(Gap.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("Gap.end")
				.hasMessageContaining("@Step(1) is expected"));
	}

	@Test
	void contextWhenUserHasDetailsThenNeedsNoProperties() {
		this.runner.withBean(FeishuCallbackDetails.class, OwnDetails::new)
			.run((context) -> assertThat(context.getBean(SimpleUrlHandlerMapping.class).getUrlMap())
				.containsKey("/own"));
	}

	@Test
	void contextWhenUserHasProcessorOrListenerThenBacksOff() {
		CallbackProcessor own = CallbackProcessor.builder(new CallbackKeys("ek", "vt")).build();
		FeishuEventListener listener = (event) -> {
		};
		this.runner.withPropertyValues(KEYS)
			.withBean(CallbackProcessor.class, () -> own)
			.withBean(FeishuEventListener.class, () -> listener)
			.run((context) -> {
				assertThat(context).getBean(CallbackProcessor.class).isSameAs(own);
				assertThat(context).getBean(FeishuEventListener.class).isSameAs(listener);
			});
	}

	@Test
	void propertiesWhenSetThenReachTheProcessorAndAreNotPrinted() {
		this.runner.withPropertyValues(KEYS)
			.withPropertyValues("feishu.callback.answer-within=1s", "feishu.callback.max-age=1m",
					"feishu.callback.max-body-size=2KB")
			.run((context) -> {
				assertThat(context.getBean(CallbackProcessor.class).limits().answer()).isEqualTo(Duration.ofSeconds(1));
				assertThat(context.getBean(CallbackProcessor.class).limits().age()).isEqualTo(Duration.ofMinutes(1));
				assertThat(context.getBean(CallbackProcessor.class).limits().bodySize().toKilobytes()).isEqualTo(2);
				assertThat(printed(context)).doesNotContain("ek-1", "vt-1");
			});
	}

	@Test
	void ticketWhenReceivedThenIsInTheStore() {
		this.runner.withPropertyValues(KEYS).run((context) -> {
			Instant pushed = Instant.ofEpochSecond(1);
			context.getBean(AppTicketSaver.class)
				.save(new AppTicketReceived("1", null, "cli_1", "ticket-1", pushed,
						JsonNodeFactory.instance.objectNode()))
				.block();

			assertThat(context.getBean(AppTicketStore.class).find("cli_1").block())
				.isEqualTo(new AppTicket("ticket-1", pushed));
		});
	}

	@Test
	void startWhenParameterCanNeverBeReadThenIsNamed() {
		this.runner.withPropertyValues(KEYS)
			.withBean(Upload.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("Upload.upload")
				.hasMessageContaining("'form'")
				.hasMessageContaining("'file'"));
	}

	@Test
	void clickWhenBeansAreAroundItsHandlerThenTheyTakePart() {
		this.runner.withPropertyValues(KEYS)
			.withBean(Greeting.class)
			.withBean(Misunderstanding.class)
			.withBean(CardActionArgumentResolver.class, NameResolver::new)
			.withBean("polite", CardActionInterceptor.class,
					() -> (event, chain) -> chain.proceed(event).map((reply) -> reply.in(CardLocale.FR_FR, "Bonjour")))
			.run((context) -> {
				assertThat(reply(context, "greet")).contains("Hello Ada", "Bonjour");
				assertThat(reply(context, "misunderstand")).contains("Sorry, Ada");
			});
	}

	@Test
	void eventWhenThereIsAnInterceptorThenListenerIsBehindIt() {
		CompletableFuture<String> intercepted = new CompletableFuture<>();
		this.runner.withPropertyValues(KEYS)
			.withBean(EventInterceptor.class, () -> (event, rest) -> intercepted.complete(event.id()))
			.run((context) -> {
				process(context, """
						{"schema": "2.0", "header": {"event_id": "evt-1", "event_type": "contact.changed",
						"token": "vt-1"}, "event": {}}""").afterwards().run();

				assertThat(intercepted).succeedsWithin(PatientSession.PATIENCE).isEqualTo("evt-1");
			});
	}

	private static String reply(AssertableWebApplicationContext context, String action) {
		return new String(process(context, """
				{"schema": "2.0", "header": {"event_id": "%1$s", "event_type": "card.action.trigger",
				"token": "vt-1"}, "event": {"operator": {"open_id": "ou_1"}, "token": "c-1",
				"action": {"tag": "button", "value": {"action": "%1$s"}},
				"context": {"open_message_id": "om_1", "open_chat_id": "oc_1"}}}""".formatted(action)).body(),
				StandardCharsets.UTF_8);
	}

	private static CallbackResponse process(AssertableWebApplicationContext context, String callback) {
		return context.getBean(CallbackProcessor.class)
			.process(callback.getBytes(StandardCharsets.UTF_8), Schedulers.immediate())
			.block();
	}

	private static String printed(AssertableWebApplicationContext context) {
		return context.getBean(FeishuCallbackProperties.class).toString()
				+ context.getBean(FeishuCallbackDetails.class);
	}

	private static FailureAnalysis analysis(WebApplicationContextRunner runner) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		runner.run((context) -> {
			assertThat(context).hasFailed();
			analysis[0] = new MissingCallbackPropertyFailureAnalyzer().analyze(context.getStartupFailure());
		});
		assertThat(analysis[0]).isNotNull();
		return analysis[0];
	}

	static final class Save {

		@CardAction("save")
		void save() {
		}

	}

	static final class Greeting {

		@CardAction("greet")
		CardActionReply greet(Name name) {
			return CardActionReply.info("Hello " + name.value());
		}

		@CardAction("misunderstand")
		Mono<CardActionReply> misunderstand(Name name) {
			return Mono.error(new IllegalArgumentException(name.value()));
		}

	}

	@CardFlow
	static final class Gap {

		@Step(2)
		Outcome end() {
			return Outcome.delete();
		}

	}

	@CardActionAdvice
	static final class Misunderstanding {

		@CardExceptionHandler
		CardActionReply handle(IllegalArgumentException ex) {
			return CardActionReply.warning("Sorry, " + ex.getMessage());
		}

	}

	record Name(String value) {
	}

	static final class NameResolver implements CardActionArgumentResolver {

		@Override
		public boolean supports(Parameter parameter) {
			return parameter.getType() == Name.class;
		}

		@Override
		public Object resolve(CardActionEvent event, Parameter parameter) {
			return new Name("Ada");
		}

	}

	static final class Upload {

		@CardAction("upload")
		void upload(UploadForm form) {
		}

	}

	record UploadForm(InputStream file) {
	}

	static final class SaveToo implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("save");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			return Mono.empty();
		}

		@Override
		public String toString() {
			return "SaveToo.actions";
		}

	}

	private static final class OwnDetails implements FeishuCallbackDetails {

		@Override
		public String getPath() {
			return "/own";
		}

		@Override
		public CallbackKeys getKeys() {
			return new CallbackKeys("ek", "vt");
		}

	}

}
