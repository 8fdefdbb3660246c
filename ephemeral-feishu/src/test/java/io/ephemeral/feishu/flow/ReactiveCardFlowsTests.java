package io.ephemeral.feishu.flow;

import java.lang.reflect.Parameter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

import io.ephemeral.feishu.InvalidHandlerException;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.callback.ActionValue;
import io.ephemeral.feishu.callback.CardActionArgumentResolver;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionMethods;
import io.ephemeral.feishu.callback.FormValidator;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardTemplate;
import io.ephemeral.feishu.form.RecordForm;
import io.ephemeral.feishu.group.ReactiveGroupCardTemplate;
import io.ephemeral.feishu.publish.PublicationNotice;
import io.ephemeral.feishu.publish.ReactivePublications;
import io.ephemeral.feishu.seal.SealRefusedException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Mistakes in flows, which fail the start of the application.
 */
class ReactiveCardFlowsTests {

	private static final Outcome OUTCOME = Outcome.show(Card.builder().build());

	private final CardActionArgumentResolver accounts = new Accounts();

	@Test
	void flowsWhenTheyAreRightThenHandlerHasTheirActions() {
		assertThat(find(new Right()).handler().actions()).containsExactlyInAnyOrder("Right", "Right.back",
				"Right.cancel");
		assertThat(find().handler().actions()).isEmpty();
	}

	@Test
	void clickWhenItIsNotSealedThenNoStepRuns() {
		CardActionEvent click = CardActionEvent.parse("""
				{"schema": "2.0", "header": {"event_id": "1", "event_type": "card.action.trigger"},
				"event": {"operator": {"open_id": "ou_1"}, "token": "c-1", "action": {"value": {"action": "Right",
				"flow": "1", "step": 2, "until": 9999999999999, "answers": {}}, "form_value": {"number": "1"}}}}""");

		StepVerifier.create(find(new Right()).handler().handle(click)).verifyError(SealRefusedException.class);
	}

	@Test
	void startWhenStepReturnsNothingThenFails() {
		StepVerifier.create(find(new Nothing()).start(Nothing.class))
			.verifyErrorSatisfies((error) -> assertThat(error).hasMessageContaining("Nothing.ask")
				.hasMessageContaining("returned nothing"));
	}

	@Test
	void stepWhenNumberIsMissingThenFails() {
		assertMistake(new Gap(), "Gap.end", "@Step(3)", "@Step(2) is expected");
	}

	@Test
	void stepWhenNumberOccursTwiceThenFails() {
		assertMistake(new Twice(), "@Step(1)", "@Step(2) is expected");
	}

	@Test
	void stepWhenItIsTheOnlyOneThenFails() {
		assertMistake(new Alone(), "Alone.end", "at least one returns a RecordForm");
	}

	@Test
	void stepWhenItReturnsAnotherTypeThenFails() {
		assertMistake(new WrongResult(), "WrongResult.ask", "RecordForm<Period>", "io.ephemeral.feishu.card.Card");
		assertMistake(new UnknownRecord(), "UnknownRecord.ask", "RecordForm<Period>");
	}

	@Test
	void stepWhenLastOneReturnsFormThenFails() {
		assertMistake(new NoEnd(), "NoEnd.second", "Return an Outcome");
	}

	@Test
	void stepWhenEarlierOneEndsThenFails() {
		assertMistake(new EarlyEnd(), "EarlyEnd.first", "returns an Outcome", "EarlyEnd.second");
	}

	@Test
	void stepWhenNobodyAnswersWithItsRecordThenFails() {
		assertMistake(new Unprovided(), "Unprovided.end", "'other'", Other.class.getName(), "[Begin, Amount]");
	}

	@Test
	void stepWhenRecordComesLaterThenFails() {
		assertMistake(new TooEarly(), "TooEarly.second", Other.class.getName());
	}

	@Test
	void stepWhenAnotherAnswersWithTheSameRecordThenFails() {
		assertMistake(new Same(), "Same.second", Amount.class.getName(), "Same.first");
		assertMistake(new SameAsStart(), "SameAsStart.first", Amount.class.getName(), "the start");
	}

	@Test
	void stepWhenFirstOneNeedsClickThenFails() {
		assertMistake(new NeedsClick(), "NeedsClick.first", "without a click");
		assertMistake(new TwoStarts(), "TwoStarts.first", "only one parameter");
	}

	@Test
	void stepWhenParameterIsReadFromClickThenFails() {
		assertMistake(new TakesAction(), "TakesAction.end", "'action'");
		assertMistake(new TakesValue(), "TakesValue.end", "'value'");
		assertMistake(new TakesError(), "TakesError.end", "'error'");
	}

	@Test
	void stepWhenParameterIsOfNoKnownTypeThenFails() {
		assertMistake(new Unknown(), "Unknown.end", "'text'", "CardActionArgumentResolver");
	}

	@Test
	void stepWhenFormIsImpossibleThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> find(new Impossible())).withMessageContaining("'card'");
	}

	@Test
	void flowWhenClassIsNotAnnotatedThenFails() {
		assertMistake(new NoFlow(), "NoFlow.end", "Add @CardFlow");
	}

	@Test
	void flowsWhenTheyHaveTheSameNameThenFail() {
		assertThatIllegalStateException().isThrownBy(() -> find(new Right(), new SameName()))
			.withMessageContaining("'Right'")
			.withMessageContaining("@CardFlow(name");
	}

	@Test
	void flowWhenTimeoutIsNotPositiveThenFails() {
		assertMistake(new NoTime(), "NoTime", "must be positive");
	}

	private void assertMistake(Object flow, String... words) {
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> find(flow))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(words));
	}

	private ReactiveCardFlows find(Object... flows) {
		GenericApplicationContext context = new GenericApplicationContext();
		for (Object flow : flows) {
			context.getBeanFactory().registerSingleton(flow.getClass().getSimpleName(), flow);
		}
		context.refresh();
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		ReactiveEphemeralCardTemplate cards = new ReactiveEphemeralCardTemplate(WebClient.create());
		ReactivePublications publications = new ReactivePublications(
				new ReactiveGroupCardTemplate(WebClient.create(), CardPreparation.standard()), cards,
				PublicationNotice.standard());
		return new ReactiveCardFlows(beans,
				new CardActionMethods(beans, Schedulers.immediate(), FormValidator.none(), Locale.ENGLISH,
						List.of(this.accounts)),
				new FlowEnds(publications, cards, false), AnswerStore.inMemory(), Clock.systemUTC());
	}

	record Begin(String text) {
	}

	record Amount(int number) {
	}

	record Other(String text) {
	}

	record Account(String name) {
	}

	record Press() implements TypedAction {
	}

	private static final class Accounts implements CardActionArgumentResolver {

		@Override
		public boolean supports(Parameter parameter) {
			return parameter.getType() == Account.class;
		}

		@Override
		public Object resolve(CardActionEvent event, Parameter parameter) {
			return new Account("ada");
		}

	}

	@CardFlow
	static class Right {

		@Step(2)
		Mono<Outcome> end(Amount amount, Begin begin, Locale locale, Account account) {
			return Mono.just(OUTCOME);
		}

		@Step(1)
		RecordForm<Amount> ask(Begin begin) {
			return RecordForm.of(Amount.class);
		}

	}

	@CardFlow(name = "Right")
	static class SameName extends Right {

	}

	@CardFlow
	static class Nothing {

		@Step(1)
		RecordForm<Amount> ask() {
			return null;
		}

		@Step(2)
		Outcome end() {
			return OUTCOME;
		}

	}

	@CardFlow
	static class Gap {

		@Step(1)
		RecordForm<Amount> ask() {
			return RecordForm.of(Amount.class);
		}

		@Step(3)
		Outcome end() {
			return OUTCOME;
		}

	}

	@CardFlow
	static class Twice {

		@Step(1)
		RecordForm<Amount> ask() {
			return RecordForm.of(Amount.class);
		}

		@Step(1)
		Outcome end() {
			return OUTCOME;
		}

	}

	@CardFlow
	static class Alone {

		@Step(1)
		Outcome end() {
			return OUTCOME;
		}

	}

	@CardFlow
	static class WrongResult {

		@Step(1)
		Card ask() {
			return Card.builder().build();
		}

		@Step(2)
		Outcome end() {
			return OUTCOME;
		}

	}

	@CardFlow
	static class UnknownRecord {

		@Step(1)
		RecordForm<?> ask() {
			return RecordForm.of(Amount.class);
		}

		@Step(2)
		Outcome end() {
			return OUTCOME;
		}

	}

	@CardFlow
	static class NoEnd {

		@Step(1)
		RecordForm<Amount> first() {
			return RecordForm.of(Amount.class);
		}

		@Step(2)
		RecordForm<Other> second() {
			return RecordForm.of(Other.class);
		}

	}

	@CardFlow
	static class EarlyEnd {

		@Step(1)
		Outcome first() {
			return OUTCOME;
		}

		@Step(2)
		Outcome second() {
			return OUTCOME;
		}

	}

	@CardFlow
	static class Unprovided {

		@Step(1)
		RecordForm<Amount> first(Begin begin) {
			return RecordForm.of(Amount.class);
		}

		@Step(2)
		Outcome end(Other other) {
			return OUTCOME;
		}

	}

	@CardFlow
	static class TooEarly {

		@Step(1)
		RecordForm<Amount> first() {
			return RecordForm.of(Amount.class);
		}

		@Step(2)
		RecordForm<Other> second(Other other) {
			return RecordForm.of(Other.class);
		}

		@Step(3)
		Outcome end() {
			return OUTCOME;
		}

	}

	@CardFlow
	static class Same {

		@Step(1)
		RecordForm<Amount> first() {
			return RecordForm.of(Amount.class);
		}

		@Step(2)
		RecordForm<Amount> second() {
			return RecordForm.of(Amount.class);
		}

		@Step(3)
		Outcome end() {
			return OUTCOME;
		}

	}

	@CardFlow
	static class SameAsStart {

		@Step(1)
		RecordForm<Amount> first(Amount amount) {
			return RecordForm.of(Amount.class);
		}

		@Step(2)
		Outcome end() {
			return OUTCOME;
		}

	}

	@CardFlow
	static class NeedsClick {

		@Step(1)
		RecordForm<Amount> first(Begin begin, CardActionEvent click) {
			return RecordForm.of(Amount.class);
		}

		@Step(2)
		Outcome end() {
			return OUTCOME;
		}

	}

	@CardFlow
	static class TwoStarts {

		@Step(1)
		RecordForm<Amount> first(Begin begin, Other other) {
			return RecordForm.of(Amount.class);
		}

		@Step(2)
		Outcome end() {
			return OUTCOME;
		}

	}

	@CardFlow
	static class TakesAction {

		@Step(1)
		RecordForm<Amount> first() {
			return RecordForm.of(Amount.class);
		}

		@Step(2)
		Outcome end(Press action) {
			return OUTCOME;
		}

	}

	@CardFlow
	static class TakesValue {

		@Step(1)
		RecordForm<Amount> first() {
			return RecordForm.of(Amount.class);
		}

		@Step(2)
		Outcome end(@ActionValue Amount value) {
			return OUTCOME;
		}

	}

	@CardFlow
	static class TakesError {

		@Step(1)
		RecordForm<Amount> first() {
			return RecordForm.of(Amount.class);
		}

		@Step(2)
		Outcome end(IllegalStateException error) {
			return OUTCOME;
		}

	}

	@CardFlow
	static class Unknown {

		@Step(1)
		RecordForm<Amount> first() {
			return RecordForm.of(Amount.class);
		}

		@Step(2)
		Outcome end(String text) {
			return OUTCOME;
		}

	}

	@CardFlow
	static class Impossible {

		record Cards(Card card) {
		}

		@Step(1)
		RecordForm<Cards> first() {
			return RecordForm.of(Cards.class);
		}

		@Step(2)
		Outcome end() {
			return OUTCOME;
		}

	}

	static class NoFlow {

		@Step(1)
		Outcome end() {
			return OUTCOME;
		}

	}

	@CardFlow(timeout = "0s")
	static class NoTime {

		@Step(1)
		RecordForm<Amount> first() {
			return RecordForm.of(Amount.class);
		}

		@Step(2)
		Outcome end() {
			return OUTCOME;
		}

	}

}
