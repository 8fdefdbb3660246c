package io.ephemeral.feishu.callback;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.action.ActionName;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.card.element.Behavior;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.ButtonName;
import io.ephemeral.feishu.card.style.InvalidPropertyException;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TypedActionMethodsTests {

	@Test
	void methodWhenParameterIsActionThenGetsItsState() {
		assertThat(replyOf(new Lunching(), new Eat(Dish.NOODLES, 2))).isEqualTo("Eat[dish=NOODLES, number=2]");
		assertThat(replyOf(new Lunching(), new Close())).isEqualTo("closed");
	}

	@Test
	void methodWhenParameterIsFamilyThenGetsEachActionOfIt() {
		assertThat(replyOf(new WholeFamily(), new Eat(Dish.RICE, 1))).isEqualTo("Eat[dish=RICE, number=1]");
		assertThat(replyOf(new WholeFamily(), new Close())).isEqualTo("Close[]");
	}

	@Test
	void methodWhenCardHasFormerNameThenGetsTheAction() {
		String click = Clicks.click("1", "\"value\": {\"action\": \"Former\", \"number\": 7}");

		assertThat(reply(handlers(new Renaming()), click)).isEqualTo("7");
	}

	@Test
	void methodWhenTypeOfComponentIsCommonThenReadsWhatTheCardContains() {
		Everything everything = new Everything("a \"b\"", 7, 7_000_000_000L, 1.5, true, Dish.RICE,
				new BigDecimal("1.25"), LocalDate.of(2026, 2, 28), LocalTime.of(23, 59, 1),
				LocalDateTime.of(2026, 2, 28, 1, 2), Instant.parse("2026-02-28T01:02:03Z"),
				ZonedDateTime.parse("2026-02-28T01:02:03+08:00"), Duration.ofMinutes(90),
				UUID.fromString("c0ffee00-0000-0000-0000-000000000000"), new ChatId("oc_1"), Viewer.openId("ou_1"),
				List.of(new Close(), new Close()), Map.of("a", 1), Optional.of("there"), null);

		assertThat(event(everything).action(Everything.class)).usingRecursiveComparison()
			.ignoringFields("zoned")
			.isEqualTo(everything);
		assertThat(event(everything).action(Everything.class).zoned()).isEqualTo(everything.zoned());
	}

	@Test
	void actionWhenClickHasAnotherThenFails() {
		assertThatIllegalStateException().isThrownBy(() -> event(new Close()).action(Everything.class))
			.withMessageContaining("Everything")
			.withMessageContaining("1");
	}

	@Test
	void actionWhenSubmitHasNoValueThenNamesTheMissingComponent() {
		CardActionEvent event = CardActionEvent.parse(Clicks.submit("1", ButtonName.withAction("go", "Eat"), "{}"));

		assertThatExceptionOfType(FormBindingException.class).isThrownBy(() -> event.action(Eat.class))
			.satisfies((ex) -> assertThat(ex.isOfForm()).isFalse())
			.withMessageContaining("number");
	}

	@Test
	void buttonWhenInFormThenActionIsInItsName() {
		Button button = Button.builder("Go").form("go", Button.FormAction.SUBMIT).callback(new Close()).build();

		assertThat(ButtonName.actionIn(button.name())).isEqualTo("Close");
	}

	@Test
	void callbackWhenComponentHasReservedNameThenFails() {
		assertThatExceptionOfType(InvalidPropertyException.class)
			.isThrownBy(() -> Behavior.callback(new Reserved("zh")))
			.withMessageContaining("'locale'");
	}

	@Test
	void callbackWhenActionIsNoRecordThenFails() {
		assertThatExceptionOfType(InvalidPropertyException.class).isThrownBy(() -> Behavior.callback(new NoRecord()))
			.withMessageContaining("NoRecord");
	}

	@Test
	void methodsWhenActionOfFamilyHasNoHandlerThenNameIt() {
		assertThatIllegalStateException().isThrownBy(() -> handlers(new HalfFamily()))
			.withMessageContaining("HalfFamily.eat")
			.withMessageContaining("$Close")
			.withMessageNotContaining("$Eat]");
	}

	@Test
	void methodsWhenTwoActionsHaveTheSameNameThenNameBoth() {
		assertThatIllegalStateException().isThrownBy(() -> handlers(new WholeFamily(), new Lunching()))
			.withMessageContaining("is handled twice")
			.withMessageContaining("@ActionName");
		assertThatIllegalStateException().isThrownBy(() -> handlers(new Twins()))
			.withMessageContaining("$One")
			.withMessageContaining("$Two")
			.withMessageContaining("'same'");
	}

	@Test
	void methodsWhenNameAndActionAreGivenThenFail() {
		assertThatIllegalStateException().isThrownBy(() -> handlers(new Named())).withMessageContaining("Named.eat");
	}

	@Test
	void methodsWhenNeitherNameNorActionIsGivenThenFail() {
		assertThatIllegalStateException().isThrownBy(() -> handlers(new Nameless()))
			.withMessageContaining("Nameless.eat");
	}

	@Test
	void methodsWhenActionIsNeitherRecordNorSealedThenFail() {
		assertThatIllegalStateException().isThrownBy(() -> handlers(new Open())).withMessageContaining("TypedAction");
	}

	@Test
	void methodsWhenComponentCanNeverBeReadThenNameIt() {
		assertThatIllegalStateException().isThrownBy(() -> handlers(new Unreadable()))
			.withMessageContaining("'viewer'")
			.withMessageContaining("AnyViewer");
	}

	private static String replyOf(Object bean, TypedAction action) {
		return reply(handlers(bean), click(action));
	}

	private static String reply(CardActionHandlers handlers, String click) {
		CardActionEvent event = CardActionEvent.parse(click);
		return handlers.find(event.action()).handle(event).block().toast().content();
	}

	private static CardActionEvent event(TypedAction action) {
		return CardActionEvent.parse(click(action));
	}

	private static String click(TypedAction action) {
		return Clicks.click("1", "\"value\": " + Behavior.callback(action).value());
	}

	private static CardActionHandlers handlers(Object... beans) {
		GenericApplicationContext context = new GenericApplicationContext();
		for (int index = 0; index < beans.length; index++) {
			context.getBeanFactory().registerSingleton("bean" + index, beans[index]);
		}
		context.refresh();
		return new CardActionHandlers(new CardActionMethods(context.getBeanFactory(), Schedulers.immediate(),
				FormValidator.none(), Locale.FRENCH)
			.find());
	}

	enum Dish {

		NOODLES, RICE

	}

	sealed interface Lunch extends TypedAction permits Eat, Ending {

	}

	sealed interface Ending extends Lunch permits Close {

	}

	record Eat(Dish dish, int number) implements Lunch {
	}

	record Close() implements Ending {
	}

	@ActionName({ "Renamed", "Former" })
	record Renamed(int number) implements TypedAction {
	}

	record Everything(String text, int number, long big, double fraction, boolean yes, Dish dish, BigDecimal price,
			LocalDate date, LocalTime time, LocalDateTime dateTime, Instant instant, ZonedDateTime zoned,
			Duration duration, UUID id, ChatId chat, Viewer.OpenId viewer, List<Close> nested,
			Map<String, Integer> numbers, Optional<String> optional, String absent) implements TypedAction {
	}

	record Reserved(String locale) implements TypedAction {
	}

	static final class NoRecord implements TypedAction {

	}

	record AnyViewer(Viewer viewer) implements TypedAction {
	}

	static class Lunching {

		@CardAction
		CardActionReply eat(Eat eat) {
			return CardActionReply.info(eat.toString());
		}

		@CardAction
		CardActionReply close(Close close) {
			return CardActionReply.info("closed");
		}

	}

	static class WholeFamily {

		@CardAction
		CardActionReply lunch(Lunch lunch) {
			return CardActionReply.info(lunch.toString());
		}

	}

	static class HalfFamily {

		@CardAction
		void eat(Eat eat) {
		}

	}

	static class Renaming {

		@CardAction
		CardActionReply renamed(Renamed renamed) {
			return CardActionReply.info(String.valueOf(renamed.number()));
		}

	}

	static class Twins {

		@CardAction
		void both(Twin twin) {
		}

		sealed interface Twin extends TypedAction {

		}

		@ActionName("same")
		record One() implements Twin {
		}

		@ActionName("same")
		record Two() implements Twin {
		}

	}

	static class Named {

		@CardAction("Eat")
		void eat(Eat eat) {
		}

	}

	static class Nameless {

		@CardAction
		void eat() {
		}

	}

	static class Open {

		@CardAction
		void any(TypedAction action) {
		}

	}

	static class Unreadable {

		@CardAction
		void any(AnyViewer action) {
		}

	}

}
