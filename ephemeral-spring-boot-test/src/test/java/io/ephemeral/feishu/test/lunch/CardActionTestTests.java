package io.ephemeral.feishu.test.lunch;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.form.RecordForm;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.test.CardActionTest;
import io.ephemeral.feishu.test.TestClicks;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.context.WebApplicationContext;

import static io.ephemeral.feishu.test.FeishuAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;

@CardActionTest(properties = "feishu.card.default-locale=en")
class CardActionTestTests {

	private static final Viewer.OpenId ADA = Viewer.openId("ou_ada");

	private static final Order ORDER = new Order("Noodles", 2, true, LocalDate.of(2026, 7, 1), LocalTime.of(12, 30),
			Optional.of(ZonedDateTime.of(2026, 7, 1, 14, 0, 0, 0, ZoneId.systemDefault())), List.of(ADA));

	@Autowired
	private TestClicks clicks;

	@Autowired
	private LunchHandlers handlers;

	@MockitoBean
	private Kitchen kitchen;

	@Test
	void contextWhenStartedThenHasNeitherPlatformNorServer(@Autowired ApplicationContext context) {
		assertThat(context.getBeanProvider(FeishuSimulator.class).getIfAvailable()).isNull();
		assertThat(context).isNotInstanceOf(WebApplicationContext.class);
	}

	@Test
	void onWhenActionHasStateThenHandlerGetsItOnTheThreadOfTheTest() {
		assertThat(this.clicks.by(ADA).on(new Eat("rice"))).showsToast("ou_ada eats rice in en")
			.showsNoCard()
			.ranNothingAfterwards();

		assertThat(this.handlers.thread).isEqualTo(Thread.currentThread());
	}

	@Test
	void onWhenCardHasLanguageThenToastIsInIt() {
		assertThat(this.clicks.locale(Locale.CHINA).on(new Eat("米饭"))).showsToast("吃米饭");
	}

	@Test
	void onWhenSealIsForAnotherPersonThenNoHandlerRuns() {
		assertThat(this.clicks.by(ADA).on(new Pay(7), Seal.forViewer(ADA))).showsToast("Paid 7");
		assertThat(this.clicks.by(Viewer.openId("ou_bob")).on(new Pay(7), Seal.forViewer(ADA)))
			.showsToast("Not for you");
	}

	@Test
	void valueWhenClientForgesItThenNoHandlerRuns() {
		assertThat(this.clicks.value("{\"action\": \"Pay\", \"cents\": 1}")).showsToast("Not valid");
	}

	@Test
	void submitWhenRecordIsValidThenHandlerGetsIt() {
		assertThat(this.clicks.submit(ORDER)).showsToast("Ordered").ranAfterwards();

		assertThat(this.handlers.ordered).isEqualTo(ORDER);
		verify(this.kitchen).cook("Noodles");
	}

	@Test
	void submitWhenFieldIsWrongThenFormIsShownAgain() {
		RecordForm<Order> form = RecordForm.of(Order.class).values(ORDER);

		assertThat(this.clicks.submit(form, Map.of("number", "11"))).showsCard("must be less than or equal to 10");
		assertThat(this.clicks.locale(Locale.CHINA).submit(form, Map.of("number", "many"))).showsCard("请输入整数");
	}

	@Test
	void submitWhenClientSendsAnythingThenFieldIsNamed() {
		assertThat(this.clicks.submit("Order", Map.of("dish", "", "number", "1")))
			.showsToast("dish: must not be blank");
	}

	@Test
	void submitWhenRequiredFieldIsEmptyThenClientDoesNotCall() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.clicks.submit(RecordForm.of(Order.class), Map.of("guests", List.of("ou_bob"))))
			.withMessageContaining("does not call the application: Required: ");
	}

	@Test
	void submitWhenPersonIsChosenThenHandlerGetsOpenId() {
		this.clicks.submit(RecordForm.of(Order.class).values(ORDER), Map.of("guests", List.of("ou_bob", "ou_eve")));

		assertThat(this.handlers.ordered.guests()).containsExactly(Viewer.openId("ou_bob"), Viewer.openId("ou_eve"));
	}

	@Test
	void pressWhenButtonHasOtherLabelThenFails() {
		Card card = Card.builder().add(Button.builder("Menu").callback("menu")).build();

		assertThat(this.clicks.press(card, "Menu")).showsCard("Noodles");
		assertThatIllegalArgumentException().isThrownBy(() -> this.clicks.press(card, "Soup"))
			.withMessageContaining("button 'Menu'");
	}

	@Test
	void cardWhenItHasMessagesThenIsInTheLanguageOfTheCard() {
		assertThat(this.clicks.on("menu")).showsCard("Lunch").showsNoToast();
		assertThat(this.clicks.locale(Locale.CHINA).on("menu")).showsCard("午饭");
	}

	@Test
	void onWhenParameterHasResolverThenHandlerGetsArgument() {
		assertThat(this.clicks.chat(new ChatId("oc_1")).on("table")).showsToast("table of oc_1");
	}

	@Test
	void onWhenInterceptorRepliesThenNoHandlerRuns() {
		assertThat(this.clicks.by(Viewer.openId("ou_monk")).on("menu")).showsToast("You are fasting").showsNoCard();
	}

	@Test
	void onWhenAdviceRepliesThenHandlerHasNotFailed() {
		assertThat(this.clicks.on("steak")).showsToast("Sold out")
			.satisfies((result) -> assertThat(result.failure()).isEmpty());
	}

	@Test
	void onWhenHandlerFailsThenResultHasFailure() {
		assertThat(this.clicks.on("burn")).failedWith(IllegalStateException.class).showsToast("The cook is ill");
	}

	@Test
	void onWhenReplyTakesLongThenResultHasBothCards() {
		assertThat(this.clicks.on("look")).showsCard("Looking…").showsCardLater("Soup").ranAfterwards();
	}

	@Test
	void onWhenNoHandlerHasActionThenUserReadsIt() {
		assertThat(this.clicks.on("dessert")).showsToast("No such button");
	}

	@Test
	void onWhenWorkAfterwardsFailsThenTestFails() {
		IllegalStateException failure = new IllegalStateException("Cold");
		willThrow(failure).given(this.kitchen).cook("Noodles");

		assertThatIllegalStateException().isThrownBy(() -> this.clicks.submit(ORDER))
			.withMessage("The work after the reply failed")
			.withCause(failure);
	}

	@Test
	void onWhenPlatformIsCalledThenMessageSaysWhatToDo() {
		assertThatIllegalStateException().isThrownBy(() -> this.clicks.on("close"))
			.havingRootCause()
			.withMessageContaining("A @CardActionTest has no platform for the call")
			.withMessageContaining("@MockitoBean");
	}

	@Test
	void assertionWhenItFailsThenShowsWholeResult() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.clicks.on("burn")).showsCard("Steak"))
			.withMessage("""

					Expected a card with 'Steak', but the result is
					toast: The cook is ill
					failure: java.lang.IllegalStateException: Burned""");
	}

}
