package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import io.ephemeral.feishu.callback.answer.AnswerClaim;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.callback.answer.Answered;
import io.ephemeral.feishu.callback.answer.Answered.Done;
import io.ephemeral.feishu.callback.answer.Answered.Mine;
import io.ephemeral.feishu.callback.answer.Answered.Theirs;
import io.ephemeral.feishu.callback.call.ApplicationCall;
import io.ephemeral.feishu.seal.SealRefusedException;
import io.ephemeral.feishu.seal.SealRefusedException.Reason;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Answers that several instances share, so that one of them handles a callback. The
 * others wait for its answer. An instance that cannot reach the store handles the
 * callback itself.
 */
final class SharedAnswers {

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

	private final PatientAnswerStore store;

	private final Duration patience;

	private final String instance = UUID.randomUUID().toString();

	private final AtomicLong claims = new AtomicLong();

	/**
	 * Creates shared answers.
	 * @param store the store
	 * @param patience maximum time until the response to a callback
	 */
	SharedAnswers(AnswerStore store, Duration patience) {
		this.store = new PatientAnswerStore(store);
		this.patience = patience;
	}

	/**
	 * Returns the response to a click.
	 * @param id id of the click
	 * @param handling handling of the click within the given time; subscribed to only if
	 * this instance handles the click
	 * @return the response, or a {@link WorkRefusedException} if another instance still
	 * handles the click
	 */
	Mono<CallbackResponse> click(String id, Function<Duration, Mono<CallbackResponse>> handling) {
		return Mono.defer(() -> {
			long deadline = deadline();
			return once(claim("click", id), deadline, (answer) -> Mono.just(CallbackResponse.reply(answer)),
					(lease) -> handling.apply(timeUntil(deadline)).doOnNext(lease::keep));
		});
	}

	/**
	 * Returns the response to an event.
	 * @param id id of the event
	 * @param acceptance acceptance of the event, which ends the lease if it succeeds;
	 * subscribed to only if this instance handles the event
	 * @return the response, or a {@link WorkRefusedException} if another instance still
	 * handles the event
	 */
	Mono<CallbackResponse> event(String id, Function<AnswerLease, Mono<CallbackResponse>> acceptance) {
		return Mono.defer(
				() -> once(claim("event", id), deadline(), (fact) -> Mono.just(CallbackResponse.ACCEPTED), acceptance));
	}

	/**
	 * Returns the answer to a click that may be the second one of a double click. A store
	 * that has just failed is not asked, because that would delay the answer again.
	 * @param click description of the click, the same for both
	 * @param window time in which another click counts as the second one
	 * @param handling handling of the click; subscribed to only if this instance handles
	 * it
	 */
	Mono<ClickAnswer> doubleClick(String click, Duration window, Mono<ClickAnswer> handling) {
		return Mono.defer(() -> !this.store.isResponding() ? handling
				: once(claim("double", click), deadline(), (answer) -> Mono.just(ClickAnswer.repeated(answer)),
						(lease) -> handling.doOnNext((answer) -> lease.keep(answer.body(), window))));
	}

	/**
	 * Returns the reply to a click whose seal can be used once.
	 * @param seal id of the seal
	 * @param handling handling of the click, which uses the seal if it succeeds;
	 * subscribed to only if this instance handles the click
	 * @return the reply, or a {@link SealRefusedException} if the seal was used
	 */
	Mono<CardActionReply> seal(String seal, Mono<CardActionReply> handling) {
		return Mono.defer(
				() -> once(claim("seal", seal), deadline(), (fact) -> Mono.error(new SealRefusedException(Reason.USED)),
						(lease) -> handling.doOnSuccess((reply) -> lease.use())));
	}

	private <T> Mono<T> once(AnswerClaim claim, long deadline, Function<byte[], Mono<T>> kept,
			Function<AnswerLease, Mono<T>> handling) {
		return begin(claim, deadline).flatMap((answered) -> (answered instanceof Done done) ? kept.apply(done.answer())
				: handle(new AnswerLease(this.store, claim), handling));
	}

	private static <T> Mono<T> handle(AnswerLease lease, Function<AnswerLease, Mono<T>> handling) {
		return ApplicationCall.<T>defer(() -> handling.apply(lease)).doOnError((error) -> lease.giveUp());
	}

	private Mono<Answered> begin(AnswerClaim claim, long deadline) {
		return this.store.begin(claim, AnswerLease.LENGTH)
			.onErrorReturn(new Mine())
			.filter(SharedAnswers::isKnown)
			.switchIfEmpty(Mono.defer(() -> waitFor(claim).timeout(timeUntil(deadline),
					Mono.error(() -> new WorkRefusedException("another instance has not handled it yet")))));
	}

	/**
	 * Waits for the answer of another instance. If the store fails meanwhile, the other
	 * instance probably continues.
	 */
	private Mono<Answered> waitFor(AnswerClaim claim) {
		return this.store.begin(claim, AnswerLease.LENGTH)
			.onErrorComplete()
			.filter(SharedAnswers::isKnown)
			.delaySubscription(BETWEEN_LOOKS)
			.repeatWhenEmpty((looks) -> looks);
	}

	private static boolean isKnown(Answered answered) {
		return !(answered instanceof Theirs);
	}

	private AnswerClaim claim(String kind, String id) {
		return new AnswerClaim(hash(kind + ":" + id), this.instance + ":" + this.claims.incrementAndGet());
	}

	private static String hash(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This Java runtime has no SHA-256", ex);
		}
	}

	private long deadline() {
		return now() + this.patience.toNanos();
	}

	private static Duration timeUntil(long deadline) {
		return Duration.ofNanos(Math.max(0, deadline - now()));
	}

	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

}
