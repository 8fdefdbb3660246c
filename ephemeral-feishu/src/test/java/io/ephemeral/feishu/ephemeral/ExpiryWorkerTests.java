package io.ephemeral.feishu.ephemeral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.MutableClock;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.chat.ChatGuard;
import io.ephemeral.feishu.ephemeral.FakePlatform.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExpiryWorkerTests {

	private static final ChatId CHAT = new ChatId("oc_1");

	private static final Viewer ADA = Viewer.openId("ou_ada");

	private static final RawCard CARD = RawCard.parse("{\"schema\":\"2.0\"}");

	private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

	private final FakePlatform platform = new FakePlatform();

	private final SurvivingStore store = new SurvivingStore();

	private VirtualTimeScheduler time;

	private ExpiryWorker worker;

	private ReactiveEphemeralCardTemplate cards;

	@BeforeEach
	void start() {
		this.time = VirtualTime.stop();
		start(this.store);
	}

	private void start(ExpiryStore store) {
		start(store, ((InstantSource) FakePlatform::now).withZone(ZoneOffset.UTC));
	}

	private void start(ExpiryStore store, Clock clock) {
		this.worker = new ExpiryWorker(this.platform.client(), store, clock);
		this.cards = new ReactiveEphemeralCardTemplate(this.platform.client(), CardPreparation.standard(), this.worker,
				ChatGuard.none());
		this.worker.start();
	}

	@AfterEach
	void stop() {
		this.worker.stop();
		VirtualTimeScheduler.reset();
	}

	@Test
	void expiresAfterWhenTimeHasComeThenCardIsDeletedAndNeverBefore() {
		send();

		pass(TEN_MINUTES.minusMillis(1));
		assertThat(this.platform.deleted).isEmpty();
		pass(Duration.ofMillis(1001));
		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
		pass(TEN_MINUTES);
		assertThat(this.platform.requests).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT8760H", "PT-8760H" })
	void expiresAfterWhenClockStandsOrIsSetThenCardIsDeletedByElapsedTime(Duration jump) {
		MutableClock clock = new MutableClock(FakePlatform.now());
		start(ExpiryStore.inMemory(), clock);
		send();
		clock.advance(jump);

		pass(TEN_MINUTES.minusMillis(1));
		assertThat(this.platform.deleted).isEmpty();
		pass(Duration.ofMillis(1001));
		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
	}

	@Test
	void pendingWhenCardsExpireThenTellsHowManyAndWhenWhateverTheClockShows() {
		MutableClock clock = new MutableClock(FakePlatform.now());
		start(ExpiryStore.inMemory(), clock);
		assertThat(this.worker.pending()).isEqualTo(new PendingExpiries(0, null));
		send(TEN_MINUTES);
		send(TEN_MINUTES.plusMinutes(5));

		clock.advance(Duration.ofHours(1));
		assertThat(this.worker.pending()).isEqualTo(new PendingExpiries(2, clock.instant().plus(TEN_MINUTES)));
	}

	@Test
	void pendingWhenStoreIsOfTheApplicationThenIsNotKnown() {
		start(new SurvivingStore());

		assertThat(this.worker.pending()).isNull();
	}

	@Test
	void replaceWhenCallerLeavesWhileOldCardIsDeletedThenItGoesAllTheSame() {
		start(ExpiryStore.inMemory());
		SentCard old = this.cards.newCard(CARD).chat(CHAT).viewer(ADA).send().block();
		this.platform.plan("om_1", Fault.slow(Duration.ofDays(1)));

		Disposable caller = this.cards.replace(old, CARD).subscribe();
		pass(Duration.ofSeconds(1));
		caller.dispose();
		pass(TEN_MINUTES);

		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
	}

	@Test
	void expiresAfterWhenStoreDoesNotAnswerThenCardIsTakenBack() {
		start(new SilentStore());
		StepVerifier.create(this.cards.newCard(CARD).chat(CHAT).viewer(ADA).expiresAfter(TEN_MINUTES).send())
			.then(() -> pass(Duration.ofSeconds(20)))
			.expectError(ExpiryNotStoredException.class)
			.verify(Duration.ofSeconds(10));

		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
	}

	@Test
	void replaceWhenStoreThrowsThenOldCardGoesAllTheSame() {
		start(new ThrowingStore());
		SentCard old = this.cards.send(CHAT, ADA, CARD).block();

		assertThat(this.cards.replace(old, CARD).block()).isInstanceOf(Replacement.Complete.class);
		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
	}

	@Test
	void deleteWhenStoreDoesNotAnswerThenCardGoesAllTheSame() {
		start(new SilentStore());
		SentCard sent = this.cards.send(CHAT, ADA, CARD).block();
		StepVerifier.create(this.cards.delete(sent))
			.then(() -> pass(Duration.ofSeconds(10)))
			.expectComplete()
			.verify(Duration.ofSeconds(10));

		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
	}

	@Test
	void expiresAfterWhenCardIsDeletedBeforeThenIsForgotten() {
		this.cards.delete(send()).block();

		pass(TEN_MINUTES.multipliedBy(2));

		assertThat(this.platform.requests).hasSize(2);
	}

	@Test
	void expiresAfterWhenViewerHasDeletedCardThenThatIsTheEnd() {
		send();
		this.platform.plan("om_1", Fault.refused(18051));

		pass(Duration.ofDays(1));

		assertThat(this.platform.requests).hasSize(2);
	}

	@Test
	void expiresAfterWhenGroupIsDissolvedThenThatIsTheEnd() {
		send();
		this.platform.plan("om_1", Fault.refused(11237));

		pass(Duration.ofDays(1));

		assertThat(this.platform.requests).hasSize(2);
	}

	@Test
	void expiresAfterWhenDeletingFailsThenIsTriedUntilCardIsGone() {
		send();
		this.platform.plan("om_1", Fault.refused(10002), Fault.UNREACHABLE, Fault.refused(5000), Fault.ANSWER_LOST);

		pass(TEN_MINUTES.plusSeconds(30));

		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
		assertThat(this.platform.requests).hasSize(1 + 5);
	}

	@Test
	void expiresAfterWhenDeletingFailsForLongThenIsTriedOnceAnHour() {
		send();
		Fault[] day = IntStream.range(0, 33).mapToObj((i) -> Fault.refused(10002)).toArray(Fault[]::new);
		this.platform.plan("om_1", day);

		pass(Duration.ofHours(30));

		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
		assertThat(this.platform.requests).hasSize(1 + 34);
	}

	@Test
	void expiresAfterWhenProcessDiesThenNextOneDeletesCard() {
		send();
		this.worker.stop();
		pass(TEN_MINUTES.multipliedBy(2));
		assertThat(this.platform.deleted).isEmpty();

		start(this.store);
		pass(Duration.ofSeconds(1));

		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
	}

	@Test
	void expiresAfterWhenProcessDiesWhileDeletingThenNextOneDeletesCard() {
		send();
		this.platform.plan("om_1", Fault.slow(Duration.ofSeconds(5)));
		pass(TEN_MINUTES.plusSeconds(1));
		this.worker.stop();

		start(this.store);
		pass(Duration.ofMinutes(3));

		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
	}

	@Test
	void expiresAfterWhenInstancesShareStoreThenCardIsDeletedOnce() {
		send();
		start(this.store);

		pass(TEN_MINUTES.plusSeconds(5));

		assertThat(this.platform.requests).hasSize(2);
	}

	@Test
	void expiresAfterWhenStoreFailsThenCardIsDeletedAgain() {
		this.store.broken = true;

		assertThatExceptionOfType(ExpiryNotStoredException.class).isThrownBy(this::send)
			.satisfies((error) -> assertThat(error.isDeleted()).isTrue());
		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
	}

	@Test
	void expiresAfterWhenStoreAndDeletingFailThenTellsTheCard() {
		this.store.broken = true;
		this.platform.plan("om_1", Fault.refused(10002));

		assertThatExceptionOfType(ExpiryNotStoredException.class).isThrownBy(this::send).satisfies((error) -> {
			assertThat(error.isDeleted()).isFalse();
			assertThat(error.messageId()).isEqualTo(new MessageId("om_1"));
		});
	}

	@Test
	void expiresAfterWhenStoreFailsForAWhileThenCardIsDeletedLater() {
		send();
		this.store.broken = true;
		pass(TEN_MINUTES.multipliedBy(2));
		this.store.broken = false;

		pass(Duration.ofMinutes(2));

		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
	}

	@Test
	void expiresAfterWhenCardWentDirectlyThenIsRecalled() {
		this.platform.plan("ou_ada", Fault.refused(18053));
		this.cards.newCard(CARD).chat(CHAT).viewer(ADA).orDirectMessage().expiresAfter(TEN_MINUTES).send().block();

		pass(TEN_MINUTES.plusSeconds(1));

		assertThat(this.platform.requests).last().isEqualTo("/open-apis/im/v1/messages/om_1");
	}

	@Test
	void replaceWhenOldCardExpiresThenNewOneExpiresAtThatTime() {
		SentCard old = send();
		pass(Duration.ofMinutes(5));

		Replacement replacement = this.cards.replace(old, CARD).block();

		assertThat(replacement).isInstanceOf(Replacement.Complete.class);
		assertThat(replacement.card().expiresAt()).isEqualTo(old.expiresAt());
		pass(Duration.ofMinutes(5).plusSeconds(1));
		assertThat(this.platform.deleted).containsOnlyKeys("om_1", "om_2");
	}

	@Test
	void replaceWhenOldCardCannotBeDeletedThenTellsAndDeletesItLater() {
		SentCard old = this.cards.send(CHAT, ADA, CARD).block();
		this.platform.plan("om_1", Fault.refused(10002), Fault.UNREACHABLE);

		Replacement replacement = this.cards.replace(old, CARD).block();

		assertThat(replacement).isInstanceOfSatisfying(Replacement.Incomplete.class,
				(incomplete) -> assertThat(incomplete.leftOver()).isEqualTo(old));
		pass(Duration.ofSeconds(10));
		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
	}

	@Test
	void replaceWhenProcessDiesBeforeOldCardIsDeletedThenNextOneDeletesIt() {
		SentCard old = this.cards.send(CHAT, ADA, CARD).block();
		this.platform.plan("om_1", Fault.slow(TEN_MINUTES));
		this.cards.replace(old, CARD).subscribe().dispose();
		this.worker.stop();

		start(this.store);
		pass(Duration.ofMinutes(3));

		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void expiresAfterWhenAnythingFailsThenNoCardIsShownForEverOrDeletedEarly(long seed) {
		Random random = new Random(seed);
		Supplier<Fault> fault = () -> switch (random.nextInt(4)) {
			case 0 -> Fault.UNREACHABLE;
			case 1 -> Fault.ANSWER_LOST;
			case 2 -> Fault.refused(10002);
			default -> Fault.slow(Duration.ofSeconds(random.nextInt(20)));
		};
		IntStream.rangeClosed(1, 200)
			.forEach((card) -> IntStream.range(0, random.nextInt(6))
				.forEach((failure) -> this.platform.plan("om_" + card, fault.get())));
		Map<String, Instant> expected = new HashMap<>();
		for (int step = 0; step < 100; step++) {
			SentCard sent = send(Duration.ofSeconds(1 + random.nextInt(600)));
			expected.put(sent.messageId().value(), sent.expiresAt());
			pass(Duration.ofMillis(random.nextInt(5_000)));
			if (random.nextInt(10) == 0) {
				this.worker.stop();
				start(this.store);
			}
		}

		pass(Duration.ofHours(1));

		assertThat(this.platform.deleted).containsOnlyKeys(expected.keySet())
			.allSatisfy((message, at) -> assertThat(at).isAfterOrEqualTo(expected.get(message)));
		assertThat(this.store.size()).isZero();
	}

	@Test
	void deleteAllWhenStoreIsInMemoryThenNothingIsLeft() {
		start(ExpiryStore.inMemory());
		send();
		send();
		this.platform.plan("om_2", Fault.refused(10002));

		assertThat(this.worker.deleteAll().block()).isEqualTo(1);
		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
	}

	@Test
	void deleteAllWhenStoreSurvivesThenLeavesCardsToIt() {
		send();

		assertThat(this.worker.deleteAll().block()).isZero();
		assertThat(this.platform.deleted).isEmpty();
	}

	@Test
	void startWhenStoreIsInMemoryThenWaitsForFirstCard() {
		start(ExpiryStore.inMemory());
		assertThat(this.time.getScheduledTaskCount()).isEqualTo(1);
	}

	@Test
	void claimWhenHundredThousandCardsWaitThenAreDeletedInTheirTime() {
		InMemoryExpiryStore store = new InMemoryExpiryStore();
		start(store);
		Instant due = FakePlatform.now().plusSeconds(60);
		Flux.range(0, 100_000)
			.flatMap((i) -> store
				.save(new PendingExpiry(new MessageId("om_x" + i), Delivery.EPHEMERAL, null, due.plusSeconds(i), 0)))
			.blockLast();
		send();

		pass(Duration.ofSeconds(60 + 500));

		assertThat(store.size()).isEqualTo(100_001 - 501);
	}

	@Test
	void expiryWhenSeveralInstancesShareTheStoreThenIsHeardOnce() {
		List<ExpiredCard> heard = new ArrayList<>();
		listen(heard::add);
		ExpiryWorker other = new ExpiryWorker(this.platform.client(), this.store,
				((InstantSource) FakePlatform::now).withZone(ZoneOffset.UTC), heard::add);
		other.start();
		send();

		pass(TEN_MINUTES.minusMillis(1));
		assertThat(heard).isEmpty();
		pass(TEN_MINUTES);
		other.stop();

		assertThat(heard).containsExactly(new ExpiredCard(new MessageId("om_1"), CHAT, ADA, Delivery.EPHEMERAL, null));
	}

	@Test
	void expiryWhenCardIsDeletedOrReplacedBeforeThenIsNotHeard() {
		List<ExpiredCard> heard = new ArrayList<>();
		listen(heard::add);
		this.cards.delete(send().messageId()).block();
		SentCard old = this.cards.newCard(CARD).chat(CHAT).viewer(ADA).send().block();
		this.platform.plan(old.messageId().value(), Fault.slow(Duration.ofDays(1)));
		Disposable caller = this.cards.replace(old, CARD).subscribe();
		pass(Duration.ofSeconds(1));
		caller.dispose();

		pass(TEN_MINUTES.multipliedBy(2));

		assertThat(this.platform.deleted).containsKey(old.messageId().value());
		assertThat(heard).isEmpty();
	}

	@Test
	void expiryWhenStoreCannotForgetItThenIsHeardOnceInTheEnd() {
		List<ExpiredCard> heard = new ArrayList<>();
		listen(heard::add);
		send();
		this.store.keepsAll = true;
		pass(TEN_MINUTES.plusSeconds(10));
		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
		assertThat(heard).isEmpty();

		this.store.keepsAll = false;
		pass(TEN_MINUTES);

		assertThat(heard).hasSize(1);
	}

	@Test
	void expiryWhenListenerFailsThenOthersAreHeard() {
		List<ExpiredCard> heard = new ArrayList<>();
		listen((card) -> {
			heard.add(card);
			if (heard.size() == 1) {
				throw new LinkageError();
			}
			throw new IllegalStateException();
		});
		send();
		send();

		pass(TEN_MINUTES.plusSeconds(10));

		assertThat(heard).hasSize(2);
		assertThat(this.store.size()).isZero();
	}

	@Test
	void expiryWhenNobodyListensThenStoreHasNoViewer() {
		send();

		assertThat(this.store.claim(Instant.MAX, Instant.MAX, 1).blockFirst().viewer()).isNull();
	}

	@Test
	void deleteAllWhenThereIsAListenerThenHearsNothing() {
		List<ExpiredCard> heard = new ArrayList<>();
		listen(ExpiryStore.inMemory(), heard::add);
		send();

		assertThat(this.worker.deleteAll().block()).isZero();
		pass(Duration.ofSeconds(1));
		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
		assertThat(heard).isEmpty();
	}

	@Test
	void expiresAfterWhenViewerIsNamedByEmailThenStoreHasNoAddress() {
		listen((card) -> {
		});
		this.cards.newCard(CARD)
			.chat(CHAT)
			.viewer(Viewer.email("ada@example.com"))
			.expiresAfter(TEN_MINUTES)
			.send()
			.block();

		assertThat(this.store.table.claim(Instant.MAX, Instant.MAX, 1).collectList().block()).singleElement()
			.extracting(PendingExpiry::viewer)
			.isNull();
	}

	private void listen(ExpiredCardListener listener) {
		listen(this.store, listener);
	}

	private void listen(ExpiryStore store, ExpiredCardListener listener) {
		this.worker.stop();
		this.worker = new ExpiryWorker(this.platform.client(), store,
				((InstantSource) FakePlatform::now).withZone(ZoneOffset.UTC), listener);
		this.cards = new ReactiveEphemeralCardTemplate(this.platform.client(), CardPreparation.standard(), this.worker,
				ChatGuard.none());
		this.worker.start();
	}

	private SentCard send() {
		return send(TEN_MINUTES);
	}

	private SentCard send(Duration expiresAfter) {
		return this.cards.newCard(CARD).chat(CHAT).viewer(ADA).expiresAfter(expiresAfter).send().block();
	}

	private void pass(Duration duration) {
		this.time.advanceTimeBy(duration);
	}

	/** A store of the application, such as a table. */
	private static final class SurvivingStore implements ExpiryStore {

		private final InMemoryExpiryStore table = new InMemoryExpiryStore();

		private boolean broken;

		private boolean keepsAll;

		@Override
		public Mono<Void> save(PendingExpiry expiry) {
			return orFailure(this.table.save(expiry));
		}

		@Override
		public Mono<Void> remove(MessageId message) {
			return orFailure(Mono.defer(() -> this.keepsAll ? Mono.error(new IllegalStateException("read only"))
					: this.table.remove(message)));
		}

		@Override
		public Flux<PendingExpiry> claim(Instant now, Instant until, int limit) {
			return Flux.defer(() -> this.broken ? Flux.error(new IllegalStateException("no database"))
					: this.table.claim(now, until, limit));
		}

		private <T> Mono<T> orFailure(Mono<T> operation) {
			return Mono.defer(() -> this.broken ? Mono.error(new IllegalStateException("no database")) : operation);
		}

		private int size() {
			return this.table.size();
		}

	}

	private static final class ThrowingStore implements ExpiryStore {

		@Override
		public Mono<Void> save(PendingExpiry expiry) {
			throw new IllegalStateException("The table is gone");
		}

		@Override
		public Mono<Void> remove(MessageId message) {
			throw new IllegalStateException("The table is gone");
		}

		@Override
		public Flux<PendingExpiry> claim(Instant now, Instant until, int limit) {
			throw new IllegalStateException("The table is gone");
		}

	}

	private static final class SilentStore implements ExpiryStore {

		@Override
		public Mono<Void> save(PendingExpiry expiry) {
			return Mono.never();
		}

		@Override
		public Mono<Void> remove(MessageId message) {
			return Mono.never();
		}

		@Override
		public Flux<PendingExpiry> claim(Instant now, Instant until, int limit) {
			return Flux.never();
		}

	}

}
