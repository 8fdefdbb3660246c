package io.ephemeral.feishu.callback;

import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Locale;

import io.ephemeral.feishu.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CardActionArgumentResolverTests {

	@Test
	void parameterWhenTypeIsBuiltInThenResolversAreNotAsked() {
		CardActionHandlers handlers = handlers(Schedulers.immediate(), new Resolver(Viewer.class, "never"));

		assertThat(textOf(handlers, "viewer")).isEqualTo("ou_1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "blocking", "reactive" })
	void parameterWhenSupportedThenMethodGetsTheArgument(String action) {
		CardActionHandlers handlers = handlers(Schedulers.immediate(), new Resolver(Account.class, new Account("Ada")));

		assertThat(textOf(handlers, action)).isEqualTo("Ada");
	}

	@Test
	void parameterWhenArgumentIsMonoThenMethodGetsItsValue() {
		CardActionHandlers handlers = handlers(Schedulers.immediate(),
				new Resolver(Account.class, Mono.just(new Account("Bob"))));

		assertThat(textOf(handlers, "blocking")).isEqualTo("Bob");
	}

	@Test
	void parameterWhenSeveralSupportItThenTheFirstResolves() {
		CardActionHandlers handlers = handlers(Schedulers.immediate(), new Resolver(Account.class, new Account("Ada")),
				new Resolver(Account.class, new Account("Bob")));

		assertThat(textOf(handlers, "blocking")).isEqualTo("Ada");
	}

	@Test
	void parameterWhenThereIsNoArgumentThenIsNull() {
		CardActionHandlers handlers = handlers(Schedulers.immediate(), new Resolver(Account.class, Mono.empty()));

		assertThat(textOf(handlers, "absent")).isEqualTo("null");
	}

	@ParameterizedTest
	@ValueSource(classes = { Account.class, int.class })
	void parameterWhenArgumentDoesNotFitThenErrorNamesIt(Class<?> type) {
		Object wrong = (type == int.class) ? Mono.empty() : "a text";
		CardActionHandler handler = handlers(Schedulers.immediate(), new Resolver(type, wrong))
			.find((type == int.class) ? "number" : "blocking");

		assertThatIllegalStateException().isThrownBy(() -> handler.handle(click("x")).block())
			.withMessageContaining((type == int.class) ? "'number'" : "'account'")
			.withMessageNotContaining("a text");
	}

	@Test
	void resolverWhenItMayBlockThenRunsOnTheScheduler() {
		Scheduler scheduler = Schedulers.newSingle("handlers");
		try {
			CardActionHandlers handlers = handlers(scheduler, new Resolver(Account.class, null) {

				@Override
				public Object resolve(CardActionEvent event, Parameter parameter) {
					return new Account(Thread.currentThread().getName());
				}

			});

			assertThat(textOf(handlers, "blocking")).startsWith("handlers");
		}
		finally {
			scheduler.dispose();
		}
	}

	@Test
	void parameterWhenNobodySupportsItThenStartFails() {
		assertThatIllegalStateException().isThrownBy(() -> handlers(Schedulers.immediate()))
			.withMessageContaining("'number'")
			.withMessageContaining("CardActionArgumentResolver");
	}

	private static String textOf(CardActionHandlers handlers, String action) {
		return handlers.find(action).handle(click(action)).block().toast().content();
	}

	private static CardActionEvent click(String action) {
		return CardActionEvent.parse(Clicks.button("evt-1", action));
	}

	private static CardActionHandlers handlers(Scheduler scheduler, CardActionArgumentResolver... resolvers) {
		GenericApplicationContext context = new GenericApplicationContext();
		context.registerBean(Handlers.class);
		if (resolvers.length == 0 || ((Resolver) resolvers[0]).type == int.class) {
			context.registerBean(Numbers.class);
		}
		context.refresh();
		return new CardActionHandlers(new CardActionMethods(context.getBeanFactory(), scheduler, FormValidator.none(),
				Locale.ENGLISH, List.of(resolvers))
			.find());
	}

	private static class Resolver implements CardActionArgumentResolver {

		private final Class<?> type;

		private final Object argument;

		Resolver(Class<?> type, Object argument) {
			this.type = type;
			this.argument = argument;
		}

		@Override
		public boolean supports(Parameter parameter) {
			return parameter.getType() == this.type;
		}

		@Override
		public Object resolve(CardActionEvent event, Parameter parameter) {
			return this.argument;
		}

	}

	static class Handlers {

		@CardAction("viewer")
		CardActionReply viewer(Viewer viewer) {
			return CardActionReply.info(viewer.value());
		}

		@CardAction("blocking")
		CardActionReply blocking(Account account) {
			return CardActionReply.info(account.name());
		}

		@CardAction("reactive")
		Mono<CardActionReply> reactive(Account account) {
			return Mono.just(CardActionReply.info(account.name()));
		}

		@CardAction("absent")
		CardActionReply absent(Account account) {
			return CardActionReply.info(String.valueOf(account));
		}

	}

	static class Numbers {

		@CardAction("number")
		void number(int number) {
		}

	}

	record Account(String name) {
	}

}
