package io.ephemeral.feishu.ephemeral;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contract of an {@link ExpiryStore}. Extend this class to test your own store. The times
 * of the store may differ from those of the system clock by up to a second.
 */
public abstract class ExpiryStoreContract {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** Stores keep times in this or a finer precision. */
	private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	private ExpiryStore store;

	/**
	 * Creates an empty store.
	 * @return the store under test
	 */
	protected abstract ExpiryStore createStore();

	@BeforeEach
	void create() {
		this.store = createStore();
	}

	@Test
	void claimWhenNothingIsSavedThenIsEmpty() {
		assertThat(claimAt(this.now)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("expiries")
	void claimWhenTimeHasComeThenReturnsExpiry(PendingExpiry expiry) {
		save(expiry);

		assertThat(claimAt(expiry.due().plusSeconds(1))).containsExactly(expiry);
	}

	static Stream<PendingExpiry> expiries() {
		Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(MINUTE);
		return Stream.of(expiry("om_1", due),
				new PendingExpiry(new MessageId("om_1"), Delivery.DIRECT_MESSAGE, null, due, 7),
				new PendingExpiry(new MessageId("om_1"), Delivery.EPHEMERAL, new TenantKey("tenant-1"), due, 0),
				heardBy(Viewer.openId("ou_1"), due), heardBy(Viewer.userId("u:1"), due),
				heardBy(Viewer.email("ada@example.com"), due), expiry("om_1", due.minus(Duration.ofDays(400))),
				expiry("om_1", due.plus(Duration.ofDays(400))));
	}

	private static PendingExpiry heardBy(Viewer viewer, Instant due) {
		return new PendingExpiry(new MessageId("om_1"), Delivery.EPHEMERAL, null, due, 0, new ChatId("oc_1"), viewer);
	}

	@Test
	void claimWhenNotDueThenReturnsNothing() {
		save(expiry("om_1", this.now.plus(MINUTE)));

		assertThat(claimAt(this.now.plus(MINUTE).minusSeconds(2))).isEmpty();
	}

	@Test
	void claimWhenSeveralAreDueThenEarliestComesFirst() {
		save(expiry("om_1", this.now.minusSeconds(20)));
		save(expiry("om_2", this.now.minusSeconds(30)));
		save(expiry("om_3", this.now.minusSeconds(10)));

		assertThat(messages(claimAt(this.now))).containsExactly("om_2", "om_1", "om_3");
	}

	@Test
	void claimWhenMoreAreDueThanLimitThenLeavesTheLatest() {
		save(expiry("om_1", this.now.minusSeconds(20)));
		save(expiry("om_2", this.now.minusSeconds(30)));
		save(expiry("om_3", this.now.minusSeconds(10)));

		assertThat(messages(claim(this.now, this.now.plus(MINUTE), 2))).containsExactly("om_2", "om_1");
		assertThat(messages(claim(this.now, this.now.plus(MINUTE), 2))).containsExactly("om_3");
	}

	@Test
	void claimWhenClaimedBeforeThenReturnsNothing() {
		save(expiry("om_1", this.now.minus(MINUTE)));
		claim(this.now, this.now.plus(MINUTE), 1);

		assertThat(claimAt(this.now.plus(MINUTE).minusSeconds(2))).isEmpty();
	}

	@Test
	void claimWhenClaimHasEndedThenReturnsExpiryAgain() {
		save(expiry("om_1", this.now.minus(MINUTE)));
		claim(this.now, this.now.plus(MINUTE), 1);

		assertThat(messages(claimAt(this.now.plus(MINUTE).plusSeconds(1)))).containsExactly("om_1");
	}

	@Test
	void claimWhenManyDoSoAtOnceThenEachExpiryIsReturnedOnce() {
		List<String> messages = IntStream.range(0, 200).mapToObj((i) -> "om_" + i).toList();
		messages.forEach((message) -> save(expiry(message, this.now.minus(MINUTE))));

		assertThat(Flux.range(0, 60)
			.flatMap(
					(claim) -> this.store.claim(this.now, this.now.plus(MINUTE), 10).subscribeOn(Schedulers.parallel()),
					4)
			.map((expiry) -> expiry.message().value())
			.collectList()
			.block()).containsExactlyInAnyOrderElementsOf(messages);
	}

	@Test
	void saveWhenMessageHasLaterExpiryThenReplacesIt() {
		PendingExpiry earlier = expiry("om_1", this.now.minus(MINUTE));
		save(expiry("om_1", this.now.plus(MINUTE)));
		save(earlier);

		assertThat(claim(this.now, this.now.plus(MINUTE.multipliedBy(2)), 100)).containsExactly(earlier);
		assertThat(claimAt(this.now.plus(MINUTE).plusSeconds(1))).isEmpty();
	}

	@Test
	void saveWhenMessageHasEarlierExpiryThenReplacesIt() {
		save(expiry("om_1", this.now.minus(MINUTE)));
		save(expiry("om_1", this.now.plus(MINUTE)));

		assertThat(claimAt(this.now)).isEmpty();
	}

	@Test
	void saveWhenClaimedThenIsDueAtItsNewTime() {
		PendingExpiry failed = expiry("om_1", this.now.minus(MINUTE)).failed(this.now.minusSeconds(2));
		save(expiry("om_1", this.now.minus(MINUTE)));
		claim(this.now, this.now.plus(MINUTE), 1);
		save(failed);

		assertThat(claimAt(this.now)).containsExactly(failed);
	}

	@Test
	void removeWhenSavedThenLeavesTheOthers() {
		save(expiry("om_1", this.now.minus(MINUTE)));
		save(expiry("om_2", this.now.minus(MINUTE)));
		remove("om_1");

		assertThat(messages(claimAt(this.now))).containsExactly("om_2");
	}

	@Test
	void removeWhenClaimedThenExpiryIsNotReturnedAgain() {
		save(expiry("om_1", this.now.minus(MINUTE)));
		claim(this.now, this.now.plus(MINUTE), 1);
		remove("om_1");

		assertThat(claimAt(this.now.plus(MINUTE).plusSeconds(1))).isEmpty();
	}

	@Test
	void removeWhenMessageHasNoExpiryThenCompletes() {
		remove("om_1");

		assertThat(claimAt(this.now)).isEmpty();
	}

	@Test
	void saveWhenNobodySubscribesThenSavesNothing() {
		Mono<Void> save = this.store.save(expiry("om_1", this.now.minus(MINUTE)));

		assertThat(claimAt(this.now)).isEmpty();
		save.block();
		assertThat(messages(claimAt(this.now))).containsExactly("om_1");
	}

	@Test
	void removeWhenNobodySubscribesThenRemovesNothing() {
		save(expiry("om_1", this.now.minus(MINUTE)));
		this.store.remove(new MessageId("om_1"));

		assertThat(messages(claimAt(this.now))).containsExactly("om_1");
	}

	@Test
	void claimWhenNobodySubscribesThenClaimsNothing() {
		save(expiry("om_1", this.now.minus(MINUTE)));
		this.store.claim(this.now, this.now.plus(MINUTE), 1);

		assertThat(messages(claimAt(this.now))).containsExactly("om_1");
	}

	private void save(PendingExpiry expiry) {
		this.store.save(expiry).block();
	}

	private void remove(String message) {
		this.store.remove(new MessageId(message)).block();
	}

	private List<PendingExpiry> claimAt(Instant time) {
		return claim(time, time.plus(MINUTE), 100);
	}

	private List<PendingExpiry> claim(Instant now, Instant until, int limit) {
		return this.store.claim(now, until, limit).collectList().block();
	}

	private static List<String> messages(List<PendingExpiry> expiries) {
		return expiries.stream().map((expiry) -> expiry.message().value()).toList();
	}

	private static PendingExpiry expiry(String message, Instant due) {
		return new PendingExpiry(new MessageId(message), Delivery.EPHEMERAL, null, due, 0);
	}

}
