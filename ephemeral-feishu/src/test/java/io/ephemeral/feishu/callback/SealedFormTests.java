package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MutableClock;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.action.SealedAction;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.card.CardMessages;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.CardValidation;
import io.ephemeral.feishu.form.RecordForm;
import io.ephemeral.feishu.seal.ActionSealer;
import io.ephemeral.feishu.seal.SealOpener;
import io.ephemeral.feishu.seal.SealPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Submits of Ada, {@code ou_1}, in forms whose action is sealed.
 */
class SealedFormTests {

	private static final AppCredentials APP = new AppCredentials("cli_1", "secret-1");

	private static final SealPlace PLACE = new SealPlace(new TenantKey("tenant-1"), new ChatId("oc_1"));

	private static final Seal FOR_ADA = Seal.forViewer(Viewer.openId("ou_1"));

	private static final String RIGHT = "{\"dish\": \"Rice\", \"number\": \"2\"}";

	private static final String WRONG = "{\"dish\": \"Rice\", \"number\": \"many\"}";

	private final MutableClock clock = new MutableClock(SignedCallback.NOW);

	private final CardPreparation preparation = new CardPreparation(CardMessages.none(), Locale.ENGLISH,
			CardValidation.FAIL, new ActionSealer(APP));

	private final Handlers handlers = new Handlers();

	private final AnswerStore store = AnswerStore.inMemory();

	private final CallbackProcessor processor = processor(AnswerStore.none());

	private int clicks;

	/** Stops time, so that the store and the handlers are in time. */
	@BeforeEach
	void stopTime() {
		VirtualTime.stop();
	}

	@AfterEach
	void resumeTime() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void formWhenSealedThenHandlerGetsTheHiddenState() {
		JsonNode card = card(FOR_ADA);
		assertThat(card.toString()).doesNotContain("4711");

		assertThat(submit(card, RIGHT).at("/toast/content").asString()).isEqualTo("Ordered");
		assertThat(this.handlers.received).containsExactly(new Change("4711"), new Order("Rice", 2));
	}

	@Test
	void formWhenShownAgainThenKeepsStateAndTextsAndIsSealed() {
		JsonNode again = shownAgain(card(FOR_ADA));

		assertThat(again.toString()).doesNotContain("4711").contains("Lunch", "\"content\":\"Order it\"");
		assertThat(submit(again, RIGHT).at("/toast/content").asString()).isEqualTo("Ordered");
		assertThat(this.handlers.received).containsExactly(new Change("4711"), new Order("Rice", 2));
	}

	@Test
	void formWhenShownAgainThenKeepsViewerAndDeadline() {
		JsonNode again = shownAgain(shownAgain(card(FOR_ADA.until(SignedCallback.NOW.plusSeconds(60)))));

		assertThat(send(click(again, RIGHT).replace("\"open_id\": \"ou_1\"", "\"open_id\": \"ou_2\"")).toString())
			.contains("for someone else");
		this.clock.advance(Duration.ofSeconds(61));
		assertThat(submit(again, RIGHT).toString()).contains("too late");
		assertThat(this.handlers.received).isEmpty();
	}

	@Test
	void onceWhenSubmitHasMistakesThenIsNotUsed() {
		JsonNode card = card(FOR_ADA.once());
		submit(card, WRONG);

		assertThat(submit(card, RIGHT).toString()).contains("Ordered");
	}

	@Test
	void onceWhenFormWasShownAgainThenCountsForBothShowings() {
		JsonNode card = card(FOR_ADA.once());
		submit(shownAgain(shownAgain(card)), RIGHT);

		assertThat(submit(card, RIGHT).toString()).contains("already done");
		assertThat(this.handlers.received).hasSize(2);
	}

	@Test
	void onceWhenInstancesShareTheirAnswersThenCountsForAllShowingsAndInstances() {
		JsonNode card = card(FOR_ADA.once());
		JsonNode again = submit(processor(this.store), card, WRONG).at("/card/data");
		submit(processor(this.store), again, RIGHT);

		assertThat(submit(processor(this.store), card, RIGHT).toString()).contains("already done");
		assertThat(submit(processor(this.store), again, RIGHT).toString()).contains("already done");
		assertThat(this.handlers.received).hasSize(2);
	}

	@Test
	void submitWhenItsValueIsMissingThenIsRefused() {
		String click = click(card(FOR_ADA), WRONG);
		ObjectNode json = (ObjectNode) CallbackMapper.INSTANCE.readTree(click);
		((ObjectNode) json.at("/event/action")).remove("value");

		JsonNode response = send(json.toString());

		assertThat(response.toString()).contains("could not be verified");
		assertThat(response.has("card")).isFalse();
	}

	@Test
	void submitWhenClientWritesConditionsOfSealThenTheyAreNotSealed() {
		ObjectNode click = (ObjectNode) CallbackMapper.INSTANCE.readTree(click(card(FOR_ADA), WRONG));
		ObjectNode button = ((ObjectNode) click.at("/event/action")).put("name", "record_form_Order");
		button.putObject("value").put("action", "Change").put("order", "forged").putObject(Seal.MEMBER);

		JsonNode response = send(click.toString());

		assertThat(response.toString()).contains("could not be verified");
		assertThat(response.has("card")).isFalse();
	}

	private JsonNode shownAgain(JsonNode card) {
		JsonNode again = submit(card, WRONG).at("/card/data");
		assertThat(again.toString()).contains("Please enter a whole number");
		return again;
	}

	private JsonNode card(Seal seal) {
		RecordForm<Order> form = RecordForm.of(Order.class).title("Lunch").submit(new Change("4711"), seal, "Order it");
		return this.preparation.sealed(this.preparation.forViewer(form, null), PLACE).block().json();
	}

	private JsonNode submit(JsonNode card, String values) {
		return submit(this.processor, card, values);
	}

	private JsonNode submit(CallbackProcessor processor, JsonNode card, String values) {
		return send(processor, click(card, values));
	}

	private String click(JsonNode card, String values) {
		JsonNode button = card.at("/body/elements")
			.valueStream()
			.flatMap((form) -> form.path("elements").valueStream())
			.filter((element) -> element.path("tag").asString().equals("button"))
			.findFirst()
			.orElseThrow();
		return Clicks.click("click-" + this.clicks++, "\"tag\": \"button\", \"name\": " + button.path("name")
				+ ", \"value\": " + button.at("/behaviors/0/value") + ", \"form_value\": " + values);
	}

	private JsonNode send(String click) {
		return send(this.processor, click);
	}

	private static JsonNode send(CallbackProcessor processor, String click) {
		return CallbackMapper.INSTANCE
			.readTree(processor.process(click.getBytes(StandardCharsets.UTF_8), Schedulers.immediate()).block().body());
	}

	private CallbackProcessor processor(AnswerStore answers) {
		GenericApplicationContext context = new GenericApplicationContext();
		context.getBeanFactory().registerSingleton("handlers", this.handlers);
		context.refresh();
		return CallbackProcessor.builder()
			.handlers(new CardActionHandlers(new CardActionMethods(context.getBeanFactory(), Schedulers.immediate(),
					FormValidator.none(), Locale.ENGLISH)
				.find()))
			.preparation(this.preparation)
			.answers(answers)
			.seals(new SealOpener(APP, List.of(), this.clock))
			.doubleClick(Duration.ZERO)
			.build();
	}

	@SealedAction
	record Change(String order) implements TypedAction {
	}

	record Order(String dish, int number) {
	}

	static class Handlers {

		private final List<Record> received = new ArrayList<>();

		@CardAction
		CardActionReply order(Change change, Order order) {
			this.received.addAll(List.of(change, order));
			return CardActionReply.success("Ordered");
		}

	}

}
