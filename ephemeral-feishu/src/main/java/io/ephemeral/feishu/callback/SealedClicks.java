package io.ephemeral.feishu.callback;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.seal.OpenedSeal;
import io.ephemeral.feishu.seal.SealOpener;
import io.ephemeral.feishu.seal.SealRefusedException;
import io.ephemeral.feishu.seal.SealRefusedException.Reason;
import io.ephemeral.feishu.seal.SealedClick;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Seals of clicks. They are opened before a handler, and a click that its seal does not
 * allow reaches no handler.
 */
final class SealedClicks {

	/** Maximum number of used seals in memory, some 20 MB. */
	private static final int MOST_USES = 100_000;

	private static final CompletableFuture<CardActionReply> USED = CompletableFuture
		.failedFuture(new SealRefusedException(Reason.USED));

	private final @Nullable SealOpener opener;

	private final @Nullable SharedAnswers shared;

	/** Replies under way and used seals, by the ids of seals that can be used once. */
	private final Map<String, CompletableFuture<CardActionReply>> uses = new LinkedHashMap<>();

	/**
	 * Creates an opener of clicks.
	 * @param opener opener of seals; without one, all sealed clicks are refused
	 * @param shared answers of all instances; null for this one alone
	 */
	SealedClicks(@Nullable SealOpener opener, @Nullable SharedAnswers shared) {
		this.opener = opener;
		this.shared = shared;
	}

	/**
	 * Handles a click.
	 * @param handler handler that gets the click with its opened value
	 * @return the reply, or a {@link SealRefusedException}
	 */
	Mono<CardActionReply> handle(CardActionEvent click, Function<CardActionEvent, Mono<CardActionReply>> handler) {
		return click.claimsSeal() ? Mono.defer(() -> open(click)).flatMap((seal) -> handle(click, seal, handler))
				: handler.apply(click);
	}

	private Mono<OpenedSeal> open(CardActionEvent click) {
		JsonNode seal = click.value().path(Seal.MEMBER);
		String action = click.action();
		return (this.opener == null || action == null || !seal.isString())
				? Mono.error(new SealRefusedException(Reason.FORGED))
				: this.opener.open(new SealedClick(seal.stringValue(), action, click.place(), click.operators()));
	}

	private Mono<CardActionReply> handle(CardActionEvent click, OpenedSeal seal,
			Function<CardActionEvent, Mono<CardActionReply>> handler) {
		Mono<CardActionReply> reply = handler.apply(click.unsealed(seal));
		String use = seal.onceId();
		return (use != null) ? once(use, reply.defaultIfEmpty(CardActionReply.nothing())) : reply;
	}

	private Mono<CardActionReply> once(String seal, Mono<CardActionReply> handling) {
		CompletableFuture<CardActionReply> reply = new CompletableFuture<>();
		CompletableFuture<CardActionReply> earlier = begin(seal, reply);
		if (earlier != null) {
			return Mono.fromFuture(earlier, true).map(CardActionReply::withoutWork);
		}
		return ((this.shared != null) ? this.shared.seal(seal, handling) : handling).doOnNext((first) -> {
			use(seal);
			reply.complete(first);
		}).doOnError((error) -> {
			forget(seal);
			reply.completeExceptionally(error);
		});
	}

	private synchronized @Nullable CompletableFuture<CardActionReply> begin(String seal,
			CompletableFuture<CardActionReply> reply) {
		CompletableFuture<CardActionReply> earlier = this.uses.putIfAbsent(seal, reply);
		if (this.uses.size() > MOST_USES) {
			this.uses.remove(this.uses.keySet().iterator().next());
		}
		return earlier;
	}

	private synchronized void use(String seal) {
		this.uses.put(seal, USED);
	}

	/** Allows another click, because a failure does not use the seal. */
	private synchronized void forget(String seal) {
		this.uses.remove(seal);
	}

}
