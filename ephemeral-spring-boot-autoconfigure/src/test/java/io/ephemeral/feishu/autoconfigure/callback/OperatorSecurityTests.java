package io.ephemeral.feishu.autoconfigure.callback;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CallbackResponse;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.callback.around.CardActionAdvice;
import io.ephemeral.feishu.callback.around.CardExceptionHandler;
import io.ephemeral.feishu.callback.security.OperatorAuthentication;
import io.ephemeral.feishu.callback.security.OperatorInterceptor;
import io.ephemeral.feishu.system.LongDeadlines;
import io.ephemeral.feishu.system.PatientSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(LongDeadlines.class)
class OperatorSecurityTests {

	private final AtomicInteger clicks = new AtomicInteger();

	private final AtomicInteger approved = new AtomicInteger();

	private final CompletableFuture<String> afterwards = new CompletableFuture<>();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FeishuAutoConfiguration.class,
				FeishuCallbackDetailsAutoConfiguration.class, FeishuCallbackAutoConfiguration.class))
		.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1", "feishu.callback.path=/callback",
				"feishu.callback.encrypt-key=ek-1", "feishu.callback.verification-token=vt-1");

	private final WebApplicationContextRunner secured = this.runner.withUserConfiguration(MethodSecurity.class)
		.withBean(Approvals.class, Approvals::new)
		.withBean(OperatorAuthentication.class,
				() -> (event) -> event.operator().value().equals("ou_stranger") ? Mono.empty()
						: Mono.just(UsernamePasswordAuthenticationToken.authenticated(event.operator().value(), "n/a",
								AuthorityUtils.createAuthorityList("ROLE_" + event.operator().value().substring(3)))));

	@ParameterizedTest
	@ValueSource(strings = { "approve", "approveReactively" })
	void handlerWhenOperatorHasTheRightThenRuns(String action) {
		this.secured.run((context) -> assertThat(click(context, action, "ou_APPROVER")).contains("by ou_APPROVER"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ou_OTHER", "ou_stranger" })
	void handlerWhenOperatorLacksTheRightThenUserReadsThat(String operator) {
		this.secured.run((context) -> {
			assertThat(click(context, "approve", operator)).contains("You are not allowed to do this.", "没有权限");
			assertThat(this.approved).hasValue(0);
		});
	}

	@Test
	void toastWhenApplicationHasItsTextThenUserReadsIt() {
		this.secured.withBean("messageSource", StaticMessageSource.class, OperatorSecurityTests::messages)
			.run((context) -> assertThat(click(context, "approve", "ou_OTHER")).contains("Fragen Sie Ada."));
	}

	@Test
	void denialWhenApplicationHandlesItThenItsReplyIsUsed() {
		this.secured.withBean(Denials.class)
			.run((context) -> assertThat(click(context, "approve", "ou_OTHER")).contains("Ask Ada"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "later", "laterReactively" })
	void afterwardsWhenHandlerHasRepliedThenOperatorIsStillAuthenticated(String action) {
		this.secured.run((context) -> {
			click(context, action, "ou_APPROVER");

			assertThat(this.afterwards).succeedsWithin(PatientSession.PATIENCE).isEqualTo("ou_APPROVER");
		});
	}

	@Test
	void threadWhenHandlerHasRepliedThenForgetsTheOperator() {
		this.secured.run((context) -> {
			click(context, "approve", "ou_APPROVER");

			assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
		});
	}

	@Test
	void contextWhenNobodyKnowsOperatorsThenThereIsNoInterceptor() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(OperatorInterceptor.class));
	}

	@Test
	void contextWhenClassesOfSecurityAreMissingThenStarts() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.security"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(CallbackProcessor.class));
	}

	@Test
	void contextWhenContextPropagationIsMissingThenFailureNamesTheDependency() {
		this.runner.withBean(OperatorAuthentication.class, () -> (event) -> Mono.empty())
			.withClassLoader(new FilteredClassLoader("io.micrometer.context"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("io.micrometer:context-propagation"));
	}

	private static StaticMessageSource messages() {
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("feishu.callback.toast.denied", Locale.GERMANY, "Fragen Sie Ada.");
		return messages;
	}

	private String click(AssertableWebApplicationContext context, String action, String operator) {
		String click = """
				{"schema": "2.0", "header": {"event_id": "evt-%d", "event_type": "card.action.trigger",
				"token": "vt-1"}, "event": {"operator": {"open_id": "%s"}, "token": "c-1",
				"action": {"tag": "button", "value": {"action": "%s"}},
				"context": {"open_message_id": "om_1", "open_chat_id": "oc_1"}}}"""
			.formatted(this.clicks.incrementAndGet(), operator, action);
		CallbackResponse response = context.getBean(CallbackProcessor.class)
			.process(click.getBytes(StandardCharsets.UTF_8), Schedulers.immediate())
			.block();
		response.afterwards().run();
		return new String(response.body(), StandardCharsets.UTF_8);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity
	static class MethodSecurity {

	}

	class Approvals {

		@CardAction("approve")
		@PreAuthorize("hasRole('APPROVER')")
		public CardActionReply approve() {
			OperatorSecurityTests.this.approved.incrementAndGet();
			return CardActionReply.success("by " + operator());
		}

		@CardAction("approveReactively")
		@PreAuthorize("hasRole('APPROVER')")
		public Mono<CardActionReply> approveReactively() {
			return reactiveOperator().map((operator) -> CardActionReply.success("by " + operator));
		}

		@CardAction("later")
		public CardActionReply later() {
			return CardActionReply.nothing().afterwards(() -> {
				OperatorSecurityTests.this.afterwards.complete(operator());
			});
		}

		@CardAction("laterReactively")
		public CardActionReply laterReactively() {
			return CardActionReply.nothing()
				.afterwards(reactiveOperator().doOnNext(OperatorSecurityTests.this.afterwards::complete));
		}

		private static String operator() {
			return SecurityContextHolder.getContext().getAuthentication().getName();
		}

		private static Mono<String> reactiveOperator() {
			return ReactiveSecurityContextHolder.getContext().map((context) -> context.getAuthentication().getName());
		}

	}

	@CardActionAdvice
	static class Denials {

		@CardExceptionHandler
		CardActionReply denied(AccessDeniedException ex) {
			return CardActionReply.warning("Ask Ada");
		}

	}

}
