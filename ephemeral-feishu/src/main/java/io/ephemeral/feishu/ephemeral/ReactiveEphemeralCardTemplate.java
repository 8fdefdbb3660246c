package io.ephemeral.feishu.ephemeral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.ThreadId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.chat.ChatGuard;
import io.ephemeral.feishu.chat.UnsupportedPlaceException;
import io.ephemeral.feishu.chat.UnsupportedPlaceException.Reason;
import io.ephemeral.feishu.ephemeral.NewCard.ForViewer;
import io.ephemeral.feishu.error.ErrorCategory;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.seal.SealPlace;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Reactive template that sends, replaces and deletes ephemeral cards.
 */
public final class ReactiveEphemeralCardTemplate implements ReactiveEphemeralCardOperations {

	/** Maximum number of prepared cards that one {@code sendAll} keeps in memory. */
	private static final int PREPARED_CARDS = 16;

	/**
	 * Maximum number of concurrent calls of one {@code sendAll}. It is higher than the
	 * number of calls that the platform accepts during one slow call, so that a slow call
	 * does not delay the others. It limits the memory for a very long list.
	 */
	private static final int CALLS_AT_ONCE = 512;

	/** Longest time that interactive calls delay one card of {@code sendAll}. */
	private static final Duration LONGEST_BULK_WAIT = Duration.ofMinutes(10);

	private static final Set<ErrorCategory> REFUSED_THERE = Set.of(ErrorCategory.CHAT_UNSUPPORTED,
			ErrorCategory.BOT_NOT_IN_CHAT, ErrorCategory.VIEWER_NOT_REACHABLE);

	private final CardCalls calls;

	private final CardPreparation preparation;

	private final ExpiryWorker expiries;

	private final ChatGuard guard;

	/**
	 * Creates a template. Cards expire only until the process ends.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client
	 */
	public ReactiveEphemeralCardTemplate(WebClient client) {
		this(client, CardPreparation.standard());
	}

	/**
	 * Creates a template. Cards expire only until the process ends.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client
	 * @param preparation preparation of cards before they are sent
	 */
	public ReactiveEphemeralCardTemplate(WebClient client, CardPreparation preparation) {
		this(client, preparation, new ExpiryWorker(client, ExpiryStore.inMemory(), Clock.systemUTC()),
				ChatGuard.none());
	}

	/**
	 * Creates a template.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client
	 * @param preparation preparation of cards before they are sent
	 * @param expiries worker that deletes expired cards
	 * @param guard check of a chat before a card is sent there
	 */
	public ReactiveEphemeralCardTemplate(WebClient client, CardPreparation preparation, ExpiryWorker expiries,
			ChatGuard guard) {
		this(new CardCalls(client), preparation, expiries, guard);
	}

	private ReactiveEphemeralCardTemplate(CardCalls calls, CardPreparation preparation, ExpiryWorker expiries,
			ChatGuard guard) {
		this.calls = calls;
		this.preparation = preparation;
		this.expiries = expiries;
		this.guard = guard;
	}

	@Override
	public ReactiveEphemeralCardOperations forTenant(TenantKey tenant) {
		return new ReactiveEphemeralCardTemplate(this.calls.forTenant(tenant), this.preparation, this.expiries,
				this.guard);
	}

	@Override
	public Mono<SentCard> send(ChatId chat, Viewer viewer, CardContent card) {
		return newCard(card).chat(chat).viewer(viewer).send();
	}

	@Override
	public Flux<SendOutcome> sendAll(ChatId chat, Collection<? extends Viewer> viewers, CardContent card) {
		List<Viewer> everybody = List.copyOf(viewers);
		return Mono.fromSupplier(() -> this.preparation.forViewer(card, null))
			.flatMapMany((prepared) -> sendEach(everybody.stream()
				.map((viewer) -> new Recipient(chat, viewer, () -> plain(chat, viewer, prepared)))));
	}

	@Override
	public Flux<SendOutcome> sendAll(ChatId chat, Collection<? extends Viewer> viewers,
			Function<? super Viewer, ? extends CardContent> card) {
		List<Viewer> everybody = List.copyOf(viewers);
		return Flux.defer(() -> {
			ConcurrentLruCache<Draft, RawCard> prepared = preparedCards();
			return sendEach(everybody.stream()
				.map((viewer) -> new Recipient(chat, viewer,
						() -> plain(chat, viewer, prepared.get(new Draft(card.apply(viewer), null))))));
		});
	}

	@Override
	public Flux<SendOutcome> sendAll(Collection<? extends ForViewer<Mono<SentCard>>> cards) {
		List<CardSteps> all = cards.stream().map(CardSteps::of).toList();
		return Flux.defer(() -> {
			ConcurrentLruCache<Draft, RawCard> prepared = preparedCards();
			return sendEach(all.stream()
				.map((card) -> new Recipient(card.chat(), card.viewer(),
						() -> card.prepared(prepared.get(new Draft(card.card(), card.locale()))))));
		});
	}

	@Override
	public Mono<Replacement> replace(SentCard sent, CardContent card) {
		Assert.isTrue(sent.delivery() != Delivery.OWN_ROUTE,
				"A card that orElse(…) delivered cannot be replaced here; update it with the code that sent it");
		Instant expiresAt = sent.expiresAt();
		CardSteps next = new CardSteps(sent.chat(), sent.viewer(), card, this::send).locale(sent.locale());
		return prepared(next)
			.flatMap((prepared) -> (sent.delivery() == Delivery.EPHEMERAL) ? show(this.calls, prepared)
					: sendDirectly(this.calls, prepared))
			.flatMap((shown) -> (expiresAt == null) ? Mono.just(shown)
					: orTakenBack(shown, this.expiries.expireAt(shown, this.calls.tenant(), expiresAt)))
			.flatMap((shown) -> remove(sent, shown));
	}

	@Override
	public Mono<Void> delete(MessageId message) {
		return delete(message, Delivery.EPHEMERAL);
	}

	@Override
	public Mono<Void> delete(SentCard sent) {
		return delete(sent.messageId(), sent.delivery());
	}

	@Override
	public NewCard<Mono<SentCard>> newCard(CardContent card) {
		return (chat) -> (viewer) -> new CardSteps(chat, viewer, card, this::send);
	}

	private Mono<SentCard> send(CardSteps card) {
		Duration maxWait = card.maxWait();
		CardCalls calls = (maxWait != null) ? this.calls.waiting(maxWait) : this.calls;
		return prepared(card).flatMap((prepared) -> sendPrepared(calls, prepared));
	}

	private Mono<SentCard> sendPrepared(CardCalls calls, CardSteps card) {
		Duration expiresAfter = card.expiresAfter();
		Mono<SentCard> sending = orElse(calls, card, deliver(calls, card));
		return (expiresAfter == null) ? sending : sending
			.flatMap((sent) -> orTakenBack(sent, this.expiries.expireAfter(sent, this.calls.tenant(), expiresAfter)));
	}

	private Mono<CardSteps> prepared(CardSteps card) {
		return Mono.fromSupplier(() -> card.prepared(this.preparation.forViewer(card.card(), card.locale())));
	}

	@SuppressWarnings("ReferenceEquality")
	private Mono<SentCard> show(CardCalls calls, CardSteps card) {
		Mono<Void> check = checkPlace(card.chat(), card.thread());
		Mono<MessageId> sending = sealed(calls, card, card.chat())
			.flatMap((sealed) -> calls.send(card.chat(), card.viewer(), sealed));
		// Skips the check of an empty guard, so that a waiting card needs less memory.
		return ((check == Mono.<Void>empty()) ? sending : check.then(sending)).map((message) -> shown(message, card));
	}

	/**
	 * Seals the actions of a prepared card.
	 * @param chat chat of the card; null if another delivery decides it
	 */
	private Mono<RawCard> sealed(CardCalls calls, CardSteps card, @Nullable ChatId chat) {
		return this.preparation.sealed(card.card(), new SealPlace(calls.tenant(), chat));
	}

	private SentCard shown(MessageId message, CardSteps card) {
		this.preparation.shown(message, card.card());
		return card.sent(message, Delivery.EPHEMERAL);
	}

	private Mono<Void> checkPlace(ChatId chat, @Nullable ThreadId thread) {
		return (thread == null) ? this.guard.check(chat, this.calls.tenant())
				: Mono.error(() -> new UnsupportedPlaceException(chat, Reason.THREAD, null));
	}

	private Mono<SentCard> deliver(CardCalls calls, CardSteps card) {
		Mono<SentCard> showing = show(calls, card);
		return !card.mayGoDirectly() ? showing : showing.onErrorResume(ReactiveEphemeralCardTemplate::isRefusedThere,
				(refusal) -> sendDirectly(calls, card).doOnError((error) -> error.addSuppressed(refusal)));
	}

	private Mono<SentCard> sendDirectly(CardCalls calls, CardSteps card) {
		return sealed(calls, card, null).flatMap((sealed) -> calls.sendDirectly(card.viewer(), sealed))
			.map((message) -> card.sent(message, Delivery.DIRECT_MESSAGE));
	}

	private Mono<SentCard> orElse(CardCalls calls, CardSteps card, Mono<SentCard> sending) {
		Function<UndeliveredCard, Mono<SentCard>> route = card.route();
		return (route == null) ? sending : sending.onErrorResume(ReactiveEphemeralCardTemplate::isRefusedThere,
				(refusal) -> sealed(calls, card, null)
					.flatMap((sealed) -> route.apply(card.prepared(sealed).undelivered((FeishuException) refusal)))
					.switchIfEmpty(Mono.error(() -> new IllegalStateException(
							"orElse(…) returned no card; return UndeliveredCard.sentAs(…)", refusal))));
	}

	/**
	 * Returns whether a card was certainly not shown, for a reason that concerns the chat
	 * or the viewer and may not apply to another delivery. A missing chat is a mistake of
	 * the caller, which another delivery would hide.
	 */
	private static boolean isRefusedThere(Throwable error) {
		if (error instanceof UnsupportedPlaceException place) {
			return place.category() == ErrorCategory.CHAT_UNSUPPORTED;
		}
		return error instanceof FeishuApiException refusal && REFUSED_THERE.contains(refusal.category());
	}

	/**
	 * Deletes the card if its expiry could not be saved, because the card would never
	 * expire.
	 */
	private Mono<SentCard> orTakenBack(SentCard sent, Mono<SentCard> expiring) {
		if (sent.delivery() == Delivery.OWN_ROUTE) {
			return Mono.just(sent);
		}
		return expiring.onErrorResume((error) -> this.calls.delete(sent.messageId(), sent.delivery())
			.then(Mono.<Optional<Throwable>>just(Optional.empty()))
			.onErrorResume((failure) -> Mono.just(Optional.of(failure)))
			.flatMap((failure) -> Mono
				.error(new ExpiryNotStoredException(sent.messageId(), error, failure.orElse(null)))));
	}

	private Mono<Replacement> remove(SentCard old, SentCard next) {
		return this.expiries.deleteForSure(old, this.calls.tenant())
			.<Replacement>then(Mono.just(new Replacement.Complete(next)))
			.onErrorResume((error) -> Mono.just(new Replacement.Incomplete(next, old, error)));
	}

	private Mono<Void> delete(MessageId message, Delivery delivery) {
		return Mono.defer(() -> this.calls.delete(message, delivery)).then(this.expiries.forget(message));
	}

	private ConcurrentLruCache<Draft, RawCard> preparedCards() {
		return new ConcurrentLruCache<>(PREPARED_CARDS,
				(draft) -> this.preparation.forViewer(draft.card(), draft.locale()));
	}

	private CardSteps plain(ChatId chat, Viewer viewer, RawCard card) {
		return new CardSteps(chat, viewer, card, this::send);
	}

	private Flux<SendOutcome> sendEach(Stream<Recipient> recipients) {
		return Flux.fromStream(recipients)
			.distinct((recipient) -> List.of(recipient.chat(), person(recipient.viewer())))
			.flatMap(
					(recipient) -> Mono.defer(() -> outcome(recipient.card().get()))
						.onErrorResume((error) -> Mono.just(new SendOutcome.Refused(recipient.viewer(), error))),
					CALLS_AT_ONCE);
	}

	private Mono<SendOutcome> outcome(CardSteps card) {
		CardCalls bulk = this.calls.inBulk(Objects.requireNonNullElse(card.maxWait(), LONGEST_BULK_WAIT));
		return sendPrepared(bulk, card).<SendOutcome>map(SendOutcome.Sent::new)
			.onErrorResume((error) -> Mono.just(SendOutcome.failed(card.viewer(), error)));
	}

	/**
	 * Returns the key for removing duplicate viewers, which ignores the case of an e-mail
	 * address.
	 */
	private static Viewer person(Viewer viewer) {
		return (viewer instanceof Viewer.Email email) ? Viewer.email(email.value().strip().toLowerCase(Locale.ROOT))
				: viewer;
	}

	/**
	 * One of many viewers.
	 *
	 * @param card supplier of the prepared card; throws an exception if the card is
	 * invalid
	 */
	private record Recipient(ChatId chat, Viewer viewer, Supplier<CardSteps> card) {
	}

	/** Card in a language. Equal drafts are prepared once. */
	private record Draft(CardContent card, @Nullable Locale locale) {
	}

}
