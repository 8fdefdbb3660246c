package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

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
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardMessages;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.CardValidation;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.element.Behavior;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.ButtonName;
import io.ephemeral.feishu.card.style.InvalidPropertyException;
import io.ephemeral.feishu.seal.ActionSealer;
import io.ephemeral.feishu.seal.SealOpener;
import io.ephemeral.feishu.seal.SealPlace;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Clicks of Ada, {@code ou_1}, on sealed components.
 */
class SealedClicksTests {

	private static final AppCredentials APP = new AppCredentials("cli_1", "secret-1");

	private static final Viewer ADA = Viewer.openId("ou_1");

	private static final SealPlace PLACE = new SealPlace(new TenantKey("tenant-1"), new ChatId("oc_1"));

	private final VirtualTimeScheduler time = VirtualTime.stop();

	private final CapturedLog log = CapturedLog.start();

	private final MutableClock clock = new MutableClock(SignedCallback.NOW);

	private final TestObservationRegistry observations = TestObservationRegistry.create();

	private final CardPreparation preparation = new CardPreparation(CardMessages.none(), null, CardValidation.FAIL,
			new ActionSealer(APP));

	private final List<TypedAction> handled = new CopyOnWriteArrayList<>();

	private final List<String> works = new CopyOnWriteArrayList<>();

	private final AnswerStore store = AnswerStore.inMemory();

	private final CallbackProcessor processor = processor(AnswerStore.none(),
			new SealOpener(APP, List.of(), this.clock));

	private Supplier<Mono<CardActionReply>> reply = () -> Mono
		.just(CardActionReply.success("Done").afterwards(() -> this.works.add("work")));

	private int clicks;

	@AfterEach
	void resumeTime() {
		VirtualTimeScheduler.reset();
		this.log.close();
	}

	@Test
	void clickWhenSealAllowsItThenHandlerGetsTheState() {
		Note note = new Note("Call Bob", null);

		assertThat(click(value(note, Seal.forViewer(ADA).once().until(SignedCallback.NOW)))).contains("Done");
		assertThat(this.handled).containsExactly(note);
	}

	@Test
	void clickWhenLanguageWasRequestedThenHandlerStillKnowsIt() {
		JsonNode value = value(new Note("Call Bob", null), Seal.forAnyone(), Locale.SIMPLIFIED_CHINESE);

		assertThat(CardActionEvent.parse(Clicks.click("1", "\"value\": " + value)).locale())
			.isEqualTo(Locale.SIMPLIFIED_CHINESE);
		assertThat(click(value)).contains("Done");
	}

	@Test
	void clickWhenViewerIsAnotherThenNoHandlerRuns() {
		assertRefused(value(new Approve("1"), Seal.forViewer(Viewer.openId("ou_2"))), "This is for someone else.",
				"该操作仅限指定成员使用。", "seal_foreign");
		assertThat(this.log.warnings()).isEmpty();
	}

	@Test
	void clickWhenTooLateThenNoHandlerRuns() {
		JsonNode value = value(new Approve("1"), Seal.forAnyone().until(SignedCallback.NOW));
		this.clock.advance(Duration.ofMillis(1));

		assertRefused(value, "It is too late for this.", "该操作已过期。", "seal_expired");
	}

	@Test
	void clickWhenForgedThenNoHandlerRunsAndLogHasNoContents() {
		ObjectNode value = (ObjectNode) value(new Approve("1"), Seal.forAnyone());
		String text = value.path(Seal.MEMBER).stringValue();
		value.put(Seal.MEMBER, text.substring(0, 40) + (text.charAt(40) == 'A' ? 'B' : 'A') + text.substring(41));

		assertRefused(value, "This could not be verified.", "无法验证该操作。", "seal_forged");
		assertThat(this.log.warnings()).singleElement()
			.asString()
			.contains("has no valid seal")
			.doesNotContain(text.substring(41, 60));
	}

	@Test
	void clickWhenSealIsNoTextThenNoHandlerRuns() {
		assertRefused(Behavior.callback(new Approve("1"), Seal.forAnyone()).value(), "could not be verified", "无法验证",
				"seal_forged");
	}

	@Test
	void clickWhenActionNeedsSealAndHasNoneThenNoHandlerRuns() {
		assertThat(click("{\"action\": \"Approve\", \"order\": \"1\"}")).contains("could not be verified");
		assertThat(this.handled).isEmpty();
	}

	@Test
	void clickWhenStateIsAddedBesideTheSealThenIsIgnored() {
		ObjectNode value = (ObjectNode) value(new Note("Call Bob", null), Seal.forAnyone());
		value.put("text", "Call Eve").put("tag", "urgent");

		assertThat(click(value)).contains("Done");
		assertThat(this.handled).containsExactly(new Note("Call Bob", null));
	}

	@Test
	void submitWhenItsValueIsMissingThenNoHandlerRuns() {
		Button button = Button.submit("go", "Go").callback(new Note("Call Bob", null), Seal.forAnyone()).build();
		assertThat(ButtonName.actionIn(button.name())).isEqualTo("Note");
		assertThat(ButtonName.withoutAction(button.name())).isEqualTo("go");

		assertThat(send(this.processor, Clicks.submit("1", button.name(), "{}"))).contains("could not be verified");
		assertThat(this.handled).isEmpty();
	}

	@Test
	void clickWhenThereIsNoOpenerThenNoHandlerRuns() {
		CallbackProcessor without = processor(AnswerStore.none(), null);

		assertThat(click(without, value(new Note("Call Bob", null), Seal.forAnyone())))
			.contains("could not be verified");
		assertThat(this.handled).isEmpty();
	}

	@Test
	void onceWhenClickedAgainThenIsUsed() {
		JsonNode value = value(new Approve("1"), Seal.forAnyone().once());
		click(value);

		assertThat(click(value)).contains("This was already done.").contains("该操作已完成，不能重复使用。");
		assertThat(this.handled).hasSize(1);
		TestObservationRegistryAssert.assertThat(this.observations)
			.hasAnObservationWithAKeyValue("outcome", "seal_used");
	}

	@Test
	void onceWhenFirstClickIsUnderWayThenSecondGetsItsReply() {
		Sinks.One<CardActionReply> reply = Sinks.one();
		this.reply = reply::asMono;
		JsonNode value = value(new Approve("1"), Seal.forAnyone().once());
		List<CallbackResponse> responses = new ArrayList<>();
		List.of("{\"text\": \"a\"}", "{\"text\": \"b\"}")
			.forEach((form) -> process(this.processor, form(value, form)).subscribe(responses::add));

		reply.tryEmitValue(CardActionReply.success("Done").afterwards(() -> this.works.add("work")));

		assertThat(responses).hasSize(2).allSatisfy((response) -> assertThat(text(response)).contains("Done"));
		responses.forEach((response) -> response.afterwards().run());
		assertThat(this.handled).hasSize(1);
		assertThat(this.works).hasSize(1);
	}

	@Test
	void onceWhenHandlerFailsThenCanBeClickedAgain() {
		Supplier<Mono<CardActionReply>> working = this.reply;
		this.reply = () -> Mono.error(new IllegalStateException("No lunch"));
		JsonNode value = value(new Approve("1"), Seal.forAnyone().once());
		assertThat(click(value)).contains("That did not work");
		this.reply = working;

		assertThat(click(value)).contains("Done");
	}

	@Test
	void onceWhenUsedInAnotherInstanceThenIsUsed() {
		SealOpener opener = new SealOpener(APP, List.of(), this.clock);
		JsonNode value = value(new Approve("1"), Seal.forAnyone().once());
		assertThat(click(processor(this.store, opener), value)).contains("Done");
		this.time.advanceTimeBy(Duration.ofDays(13));

		assertThat(click(processor(this.store, opener), value)).contains("already done");
		assertThat(this.handled).hasSize(1);
	}

	@Test
	void onceWhenHandlerFailsInAnotherInstanceThenCanBeClickedAgain() {
		SealOpener opener = new SealOpener(APP, List.of(), this.clock);
		Supplier<Mono<CardActionReply>> working = this.reply;
		this.reply = () -> Mono.error(new IllegalStateException("No lunch"));
		JsonNode value = value(new Approve("1"), Seal.forAnyone().once());
		click(processor(this.store, opener), value);
		this.reply = working;

		assertThat(click(processor(this.store, opener), value)).contains("Done");
	}

	@Test
	void replyWhenCardIsSealedThenItsButtonWorks() {
		this.reply = () -> Mono.just(CardActionReply.card(card(new Approve("2"), Seal.forViewer(ADA).once())));
		String reply = click(value(new Approve("1"), Seal.forAnyone()));
		assertThat(reply).doesNotContain("\"order\"");

		assertThat(click(RawCard.parse(reply).json().at("/card/data/body/elements/0/behaviors/0/value")))
			.contains("card");
		assertThat(this.handled).containsExactly(new Approve("1"), new Approve("2"));
	}

	@Test
	void callbackWhenActionNeedsSealAndHasNoneThenFails() {
		assertThatExceptionOfType(InvalidPropertyException.class).isThrownBy(() -> Behavior.callback(new Approve("1")))
			.withMessageContaining("callback(action, seal)");
	}

	private void assertRefused(JsonNode value, String english, String chinese, String outcome) {
		assertThat(click(value)).contains(english).contains(chinese);
		assertThat(this.handled).isEmpty();
		TestObservationRegistryAssert.assertThat(this.observations).hasAnObservationWithAKeyValue("outcome", outcome);
	}

	private String click(Object value) {
		return click(this.processor, value);
	}

	private String click(CallbackProcessor processor, Object value) {
		return send(processor, Clicks.click("click-" + this.clicks++, "\"tag\": \"button\", \"value\": " + value));
	}

	private String form(JsonNode value, String form) {
		return Clicks.click("click-" + this.clicks++,
				"\"tag\": \"button\", \"value\": " + value + ", \"form_value\": " + form);
	}

	private static String send(CallbackProcessor processor, String click) {
		return text(Objects.requireNonNull(process(processor, click).toFuture().getNow(null)));
	}

	private static Mono<CallbackResponse> process(CallbackProcessor processor, String click) {
		SignedCallback callback = SignedCallback.of(click);
		return processor.process(callback.headers(), callback.body());
	}

	private static String text(CallbackResponse response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

	private JsonNode value(TypedAction action, Seal seal) {
		return value(action, seal, null);
	}

	private JsonNode value(TypedAction action, Seal seal, @Nullable Locale locale) {
		return Objects
			.requireNonNull(this.preparation.sealed(this.preparation.forViewer(card(action, seal), locale), PLACE)
				.toFuture()
				.getNow(null))
			.json()
			.at("/body/elements/0/behaviors/0/value");
	}

	private static Card card(TypedAction action, Seal seal) {
		return Card.builder().add(Button.builder("Go").callback(action, seal)).build();
	}

	private CallbackProcessor processor(AnswerStore answers, @Nullable SealOpener seals) {
		return CallbackProcessor.builder(SignedCallback.KEYS)
			.handlers(new CardActionHandlers(List.of(new Recording())))
			.preparation(this.preparation)
			.answers(answers)
			.seals(seals)
			.doubleClick(Duration.ZERO)
			.scheduler(Schedulers.immediate())
			.clock(new MutableClock(SignedCallback.NOW))
			.observations(this.observations)
			.build();
	}

	@SealedAction
	sealed interface Decision extends TypedAction {

	}

	record Approve(String order) implements Decision {
	}

	record Note(String text, @Nullable String tag) implements TypedAction {
	}

	private final class Recording implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("Approve", "Note");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			SealedClicksTests.this.handled
				.add("Note".equals(event.action()) ? event.action(Note.class) : event.action(Decision.class));
			return SealedClicksTests.this.reply.get();
		}

	}

}
