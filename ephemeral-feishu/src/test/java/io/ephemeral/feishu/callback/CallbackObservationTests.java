package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import io.ephemeral.feishu.MutableClock;
import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.RawCard;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.micrometer.observation.tck.TestObservationRegistryAssert.TestObservationRegistryAssertReturningObservationContextAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What belongs to which observation. The registry refuses what Micrometer does not allow,
 * such as a scope that ends after its observation.
 */
class CallbackObservationTests {

	private static final String MESSAGE = """
			{"schema": "2.0", "header": {"event_id": "evt-1", "event_type": "im.message.receive_v1", "token": "vt_test_abc"},
			"event": {"sender": {"sender_id": {"open_id": "ou_1"}},
			"message": {"message_id": "om_1", "chat_id": "oc_1", "message_type": "text", "content": "{}"}}}""";

	private static final String OTHER = """
			{"schema": "2.0", "header": {"event_id": "evt-1", "event_type": "im.chat.disbanded_v1", "token": "vt_test_abc"},
			"event": {}}""";

	private static final String TICKET = """
			{"ts": "1502199207.7171419", "uuid": "evt-1", "token": "vt_test_abc", "type": "event_callback",
			"event": {"app_id": "cli_1", "app_ticket": "ticket-1", "type": "app_ticket"}}""";

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final Observation server = Observation.start("server", this.registry);

	/** Names of the observations in scope while code of the application ran. */
	private final List<String> scopes = new CopyOnWriteArrayList<>();

	private final CapturedLog log = CapturedLog.start();

	private Supplier<Mono<CardActionReply>> handler = Mono::empty;

	private Runnable listener = this::look;

	private VirtualTimeScheduler time;

	@BeforeEach
	void stopTime() {
		this.time = VirtualTime.stop();
	}

	@AfterEach
	void resumeTime() {
		VirtualTimeScheduler.reset();
		this.log.close();
	}

	private void look() {
		Observation current = this.registry.getCurrentObservation();
		this.scopes.add((current != null) ? current.getContext().getName() : "none");
	}

	@Test
	void clickWhenHandledThenAllOfItsCodeRunsInScope() {
		this.handler = () -> {
			look();
			return Mono.fromSupplier(() -> {
				look();
				return CardActionReply.nothing().afterwards(this::look).afterwards(Mono.defer(() -> {
					look();
					return Mono.fromRunnable(this::look);
				}));
			});
		};

		click("save");

		assertThat(this.scopes).containsExactly("feishu.clicks", "feishu.clicks", "feishu.afterwards",
				"feishu.afterwards", "feishu.afterwards");
		assertThat(this.registry.getCurrentObservation()).isNull();
		assertThat(this.log.errors()).isEmpty();
	}

	@Test
	void clickWhenReactiveThenItsCallsFindItInTheirContext() {
		this.handler = () -> Mono.deferContextual((context) -> {
			Observation found = context.get(ObservationThreadLocalAccessor.KEY);
			this.scopes.add(found.getContext().getName());
			return Mono.empty();
		});

		click("save");

		assertThat(this.scopes).containsExactly("feishu.clicks");
	}

	@Test
	void clickWhenServerIsObservedThenBelongsToItAndAfterwardsBelongsToTheClick() {
		this.handler = () -> Mono.just(CardActionReply.nothing().afterwards(this::look));

		click("save");

		assertObserved("feishu.clicks").hasParentObservationEqualTo(this.server)
			.hasContextualNameEqualTo("feishu click save")
			.hasHighCardinalityKeyValue("event_id", "evt-1");
		assertObserved("feishu.afterwards").hasContextualNameEqualTo("feishu afterwards save")
			.hasHighCardinalityKeyValue("event_id", "evt-1")
			.hasParentObservationContextMatching((parent) -> parent.getName().equals("feishu.clicks"));
	}

	@Test
	void clickWhenHandlerIsLateThenUpdateOfTheCardIsPartOfAfterwards() {
		this.handler = () -> Mono.delay(Duration.ofSeconds(9))
			.map((late) -> CardActionReply.card(Card.builder().build()));

		click("save");
		this.time.advanceTimeBy(Duration.ofSeconds(9));

		assertThat(this.scopes).containsExactly("feishu.afterwards");
		assertObserved("feishu.afterwards").hasLowCardinalityKeyValue("outcome", "done");
	}

	@Test
	void clickWhenReplyCannotBeWrittenThenHasFailed() {
		this.handler = () -> Mono.just(CardActionReply.card(RawCard
			.parse("{\"schema\":\"2.0\",\"body\":{\"elements\":[{\"tag\":\"audio\",\"file_key\":\"f\"}]}}")));

		click("save");

		assertObserved("feishu.clicks").hasLowCardinalityKeyValue("outcome", "failed").hasError();
	}

	@Test
	void clickWhenItHasOnlyItsTokenThenThatIsNoKey() {
		process(SignedCallback.legacy(Clicks.legacy("save")));

		assertObserved("feishu.clicks").doesNotHaveHighCardinalityKeyValueWithKey("event_id");
	}

	@Test
	void clickWhenIsNotObservedThenItsCallsBelongToTheServer() {
		this.registry.observationConfig().observationPredicate((name, context) -> !name.equals("feishu.clicks"));
		this.handler = () -> {
			look();
			return Mono.just(CardActionReply.nothing().afterwards(this::look));
		};

		click("save");

		assertThat(this.scopes).containsExactly("server", "feishu.afterwards");
		assertObserved("feishu.afterwards").hasParentObservationEqualTo(this.server);
	}

	@Test
	void clickWhenApplicationHasConventionThenThatWins() {
		process(processor().clickConvention(new ClickObservationConvention() {

			@Override
			public KeyValues getLowCardinalityKeyValues(ClickObservationContext context) {
				return KeyValues.of("answer", context.action() + " " + context.outcome());
			}

		}).build(), SignedCallback.of(Clicks.button("evt-1", "save")));

		assertObserved("feishu.clicks").hasLowCardinalityKeyValue("answer", "save replied")
			.doesNotHaveLowCardinalityKeyValueWithKey("action");
	}

	@Test
	void eventWhenListenerIsDoneThenWasInScopeAndBelongsToTheServer() {
		process(SignedCallback.of(MESSAGE));

		assertThat(this.scopes).containsExactly("feishu.events");
		assertObserved("feishu.events").hasParentObservationEqualTo(this.server)
			.hasContextualNameEqualTo("feishu event im.message.receive_v1")
			.hasLowCardinalityKeyValue("type", "im.message.receive_v1")
			.hasLowCardinalityKeyValue("outcome", "done")
			.hasHighCardinalityKeyValue("event_id", "evt-1");
	}

	@Test
	void eventWhenListenerFailsThenIsObservedWithItsError() {
		this.listener = () -> {
			throw new IllegalStateException("No lunch");
		};

		process(SignedCallback.of(MESSAGE));

		assertObserved("feishu.events").hasLowCardinalityKeyValue("outcome", "failed").hasError();
		assertThat(this.log.errors()).singleElement().asString().contains("No lunch");
	}

	@Test
	void eventWhenHasNoTypeOfItsOwnThenIsOther() {
		process(SignedCallback.of(OTHER));

		assertObserved("feishu.events").hasLowCardinalityKeyValue("type", "other");
	}

	@Test
	void eventWhenIsNotAcceptedThenIsBusy() {
		CallbackProcessor processor = processor().build();
		processor.close();

		process(processor, SignedCallback.of(MESSAGE));

		assertThat(this.scopes).isEmpty();
		assertObserved("feishu.events").hasLowCardinalityKeyValue("outcome", "busy");
	}

	@Test
	void ticketWhenSavedThenSaverRunsInTheScopeOfTheServer() {
		send(processor().build(), SignedCallback.of(TICKET)).block().afterwards().run();

		assertThat(this.scopes).containsExactly("server", "feishu.events");
		assertObserved("feishu.events").hasLowCardinalityKeyValue("type", "app_ticket");
	}

	private void click(String action) {
		process(SignedCallback.of(Clicks.button("evt-1", action)));
	}

	private void process(SignedCallback callback) {
		process(processor().build(), callback);
	}

	private void process(CallbackProcessor processor, SignedCallback callback) {
		List<CallbackResponse> responses = new CopyOnWriteArrayList<>();
		send(processor, callback).doOnNext(responses::add).subscribe((response) -> response.afterwards().run());
		this.time.advanceTimeBy(Duration.ofSeconds(3));
		assertThat(responses).hasSize(1);
	}

	private Mono<CallbackResponse> send(CallbackProcessor processor, SignedCallback callback) {
		return processor.process(callback.headers(), Mono.just(callback.body()))
			.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, this.server));
	}

	private CallbackProcessor.Builder processor() {
		return CallbackProcessor.builder(SignedCallback.KEYS)
			.legacy(true)
			.handlers(new CardActionHandlers(List.of(new Handler())))
			.listener((event) -> this.listener.run())
			.ticketSaver((ticket) -> Mono.fromRunnable(this::look))
			.lateUpdate((event, card) -> Mono.fromRunnable(this::look))
			.scheduler(Schedulers.immediate())
			.clock(new MutableClock(SignedCallback.NOW))
			.observations(this.registry);
	}

	private TestObservationRegistryAssertReturningObservationContextAssert assertObserved(String name) {
		return TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo(name)
			.that()
			.hasBeenStopped();
	}

	private final class Handler implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("save");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			return CallbackObservationTests.this.handler.get();
		}

	}

}
