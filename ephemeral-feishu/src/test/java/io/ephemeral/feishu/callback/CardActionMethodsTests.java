package io.ephemeral.feishu.callback;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.InvalidHandlerException;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CardActionMethodsTests {

	private final CardActionEvent event = CardActionEvent.parse(Clicks.click("evt-1",
			"\"value\": {\"action\": \"all\", \"number\": 7, \"locale\": \"zh_cn\"}, \"timezone\": \"Asia/Shanghai\", "
					+ "\"form_value\": {\"text\": \"Lunch\"}"));

	@Test
	void methodWhenItTakesEverythingThenGetsIt() {
		assertThat(replyOf(new Everything(), "all")).isEqualTo(
				"ou_1 oc_1 om_1 tenant-1 zh_CN Asia/Shanghai Form[text=Lunch] Value[number=7, action=all] evt-1");
	}

	@Test
	void methodWhenPlatformHasNotToldThenGetsDefaults() {
		CardActionHandler handler = handlers(new Everything()).find("defaults");

		CardActionReply reply = handler.handle(CardActionEvent.parse(Clicks.button("1", "defaults"))).block();

		assertThat(reply.toast().content()).isEqualTo("fr " + ZoneId.systemDefault());
	}

	@Test
	void methodWhenItHasSeveralNamesThenAnswersEach() {
		assertThat(replyOf(new Everything(), "one")).isEqualTo("several");
		assertThat(replyOf(new Everything(), "two")).isEqualTo("several");
	}

	@Test
	void methodWhenItReturnsCardThenReplyIsTheCard() {
		assertThat(handlers(new Returning()).find("card").handle(this.event).block().card()).isInstanceOf(Card.class);
		assertThat(handlers(new Returning()).find("monoOfCard").handle(this.event).block().card())
			.isInstanceOf(Card.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing", "null", "monoOfNothing" })
	void methodWhenItReturnsNothingThenReplyIsEmpty(String action) {
		assertThat(handlers(new Returning()).find(action).handle(this.event).blockOptional()).isEmpty();
	}

	@Test
	void methodWhenItMayBlockThenRunsOnTheScheduler() {
		Scheduler scheduler = Schedulers.newSingle("handlers");
		try {
			CardActionHandler handler = new CardActionHandlers(find(scheduler, new Returning())).find("thread");

			assertThat(handler.handle(this.event).block().toast().content()).startsWith("handlers");
		}
		finally {
			scheduler.dispose();
		}
	}

	@Test
	void methodWhenItThrowsThenErrorIsItsOwn() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> handlers(new Returning()).find("failing").handle(this.event).block());
	}

	@Test
	void methodWhenRecordThrowsThenErrorNamesItButNotWhatWasTyped() {
		CardActionHandler handler = handlers(new Failing()).find("strict");

		assertThatIllegalStateException().isThrownBy(() -> handler.handle(this.event).block())
			.withMessageContaining("StrictForm")
			.withStackTraceContaining("java.lang.NumberFormatException")
			.satisfies((ex) -> assertThat(stackTrace(ex)).doesNotContain("Lunch"));
	}

	@Test
	void methodWhenValueDoesNotFitThenIsNoMistakeOfTheUser() {
		CardActionHandler handler = handlers(new Failing()).find("value");

		assertThatExceptionOfType(FormBindingException.class).isThrownBy(() -> handler.handle(this.event).block())
			.satisfies((ex) -> assertThat(ex.isOfForm()).isFalse())
			.withCauseInstanceOf(CauseWithoutMessage.class);
	}

	@Test
	void methodWhenValidatorFailsThenErrorDoesNotQuoteWhatWasTyped() {
		CardActionHandler handler = new CardActionHandlers(find(Schedulers.immediate(), (form) -> {
			throw new IllegalArgumentException("no " + form);
		}, new Everything())).find("all");

		assertThatIllegalStateException().isThrownBy(() -> handler.handle(this.event).block())
			.withMessageContaining("Form")
			.withStackTraceContaining("java.lang.IllegalArgumentException")
			.satisfies((ex) -> assertThat(stackTrace(ex)).doesNotContain("Lunch"));
	}

	@Test
	void methodWhenComponentCanNeverBeReadThenIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> handlers(new Unreadable()))
			.withMessageContaining("'form'")
			.withMessageContaining("Unreadable.handle")
			.withMessageContaining("'streams'")
			.withMessageContaining("java.io.InputStream");
	}

	@Test
	void methodWhenParameterIsServiceThenItsComponentIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> handlers(new Service()))
			.withMessageContaining("'account'")
			.withMessageContaining("'store'")
			.withMessageContaining("java.lang.Runnable");
	}

	private static String stackTrace(Throwable ex) {
		StringWriter trace = new StringWriter();
		ex.printStackTrace(new PrintWriter(trace));
		return trace.toString();
	}

	@ParameterizedTest
	@ValueSource(strings = { "dying", "monoDying" })
	void methodWhenClassIsMissingThenErrorIsSignalled(String action) {
		StepVerifier.create(handlers(new Returning()).find(action).handle(this.event))
			.verifyErrorSatisfies((error) -> assertThat(error).hasRootCauseInstanceOf(NoClassDefFoundError.class));
	}

	@Test
	void methodWhenBeanIsProxyOfAClassThenIsFound() {
		ProxyFactory proxy = new ProxyFactory(new Everything());
		proxy.setProxyTargetClass(true);

		assertThat(replyOf(proxy.getProxy(), "one")).isEqualTo("several");
	}

	@Test
	void methodWhenValidatorComplainsThenDoesNotRun() {
		Toast complaint = Toast.of(Toast.Type.ERROR, "no");
		CardActionHandler handler = new CardActionHandlers(
				find(Schedulers.immediate(), (form) -> complaint, new Everything()))
			.find("all");

		assertThatExceptionOfType(InvalidFormException.class).isThrownBy(() -> handler.handle(this.event).block())
			.satisfies((ex) -> assertThat(ex.toast()).isEqualTo(complaint));
	}

	@Test
	void methodsWhenTwoHandleTheSameActionThenBothAreNamed() {
		assertThatIllegalStateException().isThrownBy(() -> handlers(new Everything(), new Duplicate()))
			.withMessageContaining("'one'")
			.withMessageContaining("$Everything.several")
			.withMessageContaining("$Duplicate.again");
	}

	@Test
	void methodsWhenBeanHandlesTheSameActionThenBothAreNamed() {
		List<CardActionHandler> handlers = List.of(new Interface(), new Interface());

		assertThatIllegalStateException().isThrownBy(() -> new CardActionHandlers(handlers))
			.withMessageContaining("'one'");
	}

	@Test
	void methodWhenItHasNoNameThenRecordOfTheFormNamesTheAction() {
		assertThat(handlers(new Nameless()).actions()).containsExactly("Form");
	}

	@Test
	void methodWhenItHasNoNameAndTwoFormsThenFails() {
		assertThatIllegalStateException().isThrownBy(() -> handlers(new TwoForms()))
			.withMessageContaining("TwoForms.handle")
			.withMessageContaining("one record that receives the form");
	}

	@Test
	void methodWhenParameterIsUnknownThenIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> handlers(new UnknownParameter()))
			.withMessageContaining("'number'")
			.withMessageContaining("UnknownParameter.handle");
	}

	@Test
	void methodWhenReturnTypeIsUnknownThenIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> handlers(new UnknownReturn()))
			.withMessageContaining("UnknownReturn.handle")
			.withMessageContaining("String");
	}

	@Test
	void methodsWhenFoundThenLazyBeanIsNotMade() {
		GenericApplicationContext context = new GenericApplicationContext();
		context.registerBean(Everything.class, () -> {
			throw new IllegalStateException("made");
		}, (definition) -> definition.setLazyInit(true));
		context.refresh();

		assertThat(new CardActionMethods(context.getBeanFactory(), Schedulers.immediate(), FormValidator.none(),
				Locale.FRENCH)
			.find()).isNotEmpty();
	}

	@Test
	void methodWhenProxyOfBeanDoesNotHaveItThenIsNamed() {
		GenericApplicationContext context = new GenericApplicationContext();
		context.registerBean("lunch", Runnable.class, () -> (Runnable) new ProxyFactory(new Proxied()).getProxy(),
				(definition) -> definition.setAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE, Proxied.class));
		context.refresh();
		CardActionMethods methods = new CardActionMethods(context.getBeanFactory(), Schedulers.immediate(),
				FormValidator.none(), Locale.FRENCH);

		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(methods::find)
			.satisfies((ex) -> assertThat(ex.problem()).contains("Proxied.save", "'lunch'"))
			.satisfies((ex) -> assertThat(ex.remedy()).contains("declare the method"));
	}

	private String replyOf(Object bean, String action) {
		return handlers(bean).find(action).handle(this.event).block().toast().content();
	}

	private static CardActionHandlers handlers(Object... beans) {
		return new CardActionHandlers(find(Schedulers.immediate(), beans));
	}

	private static Collection<CardActionHandler> find(Scheduler scheduler, Object... beans) {
		return find(scheduler, FormValidator.none(), beans);
	}

	private static Collection<CardActionHandler> find(Scheduler scheduler, FormValidator validator, Object... beans) {
		GenericApplicationContext context = new GenericApplicationContext();
		for (int index = 0; index < beans.length; index++) {
			context.getBeanFactory().registerSingleton("bean" + index, beans[index]);
		}
		context.refresh();
		return new CardActionMethods(context.getBeanFactory(), scheduler, validator, Locale.FRENCH).find();
	}

	static class Everything {

		@CardAction("all")
		CardActionReply all(Viewer operator, ChatId chat, MessageId message, TenantKey tenant, Locale locale,
				ZoneId zone, Form form, @ActionValue Value value, CardActionEvent event) {
			return CardActionReply.info(operator.value() + " " + chat + " " + message + " " + tenant + " " + locale
					+ " " + zone + " " + form + " " + value + " " + event.id());
		}

		@CardAction("defaults")
		CardActionReply defaults(Locale locale, ZoneId zone) {
			return CardActionReply.info(locale + " " + zone);
		}

		@CardAction({ "one", "two" })
		public CardActionReply several() {
			return CardActionReply.info("several");
		}

	}

	static class Returning {

		@CardAction("card")
		Card card() {
			return Card.builder().build();
		}

		@CardAction("monoOfCard")
		Mono<Card> monoOfCard() {
			return Mono.just(card());
		}

		@CardAction("nothing")
		void nothing() {
		}

		@CardAction("null")
		CardActionReply returnsNull() {
			return null;
		}

		@CardAction("monoOfNothing")
		Mono<Void> monoOfNothing() {
			return Mono.empty();
		}

		@CardAction("thread")
		CardActionReply thread() {
			return CardActionReply.info(Thread.currentThread().getName());
		}

		@CardAction("failing")
		void failing() {
			throw new UnsupportedOperationException();
		}

		@CardAction("dying")
		void dying() {
			throw new NoClassDefFoundError();
		}

		@CardAction("monoDying")
		Mono<CardActionReply> monoDying() {
			throw new NoClassDefFoundError();
		}

	}

	static class Proxied implements Runnable {

		@CardAction("save")
		void save() {
		}

		@Override
		public void run() {
		}

	}

	static class Duplicate {

		@CardAction("one")
		void again() {
		}

	}

	static class Nameless {

		@CardAction
		void handle(Form form, @ActionValue Value value) {
		}

	}

	static class TwoForms {

		@CardAction
		void handle(Form form, StrictForm other) {
		}

	}

	static class Service {

		@CardAction
		void handle(Account account) {
		}

	}

	/** Bean that an application could expect as a parameter. */
	static final class Account {

		private final String name;

		private final Runnable store;

		Account(String name, Runnable store) {
			this.name = name;
			this.store = store;
		}

		@Override
		public String toString() {
			return this.name + this.store;
		}

	}

	static class UnknownParameter {

		@CardAction("one")
		void handle(Integer number) {
		}

	}

	static class UnknownReturn {

		@CardAction("one")
		String handle() {
			return "";
		}

	}

	static final class Interface implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("one");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			return Mono.empty();
		}

	}

	static class Failing {

		@CardAction("strict")
		void strict(StrictForm form) {
		}

		@CardAction("value")
		void value(@ActionValue WrongValue value) {
		}

	}

	static class Unreadable {

		@CardAction("one")
		void handle(StreamForm form) {
		}

	}

	record StrictForm(String text) {

		StrictForm {
			Integer.parseInt(text);
		}

	}

	record WrongValue(LocalDate number) {
	}

	record StreamForm(String text, List<InputStream> streams) {
	}

	record Form(String text) {
	}

	record Value(int number, String action) {
	}

}
