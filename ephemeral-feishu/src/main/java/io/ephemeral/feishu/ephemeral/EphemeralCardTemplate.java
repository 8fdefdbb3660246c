package io.ephemeral.feishu.ephemeral;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.client.BlockingCalls;
import io.ephemeral.feishu.ephemeral.NewCard.ForViewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Blocking template around {@link ReactiveEphemeralCardOperations}.
 */
public final class EphemeralCardTemplate implements EphemeralCardOperations {

	private final ReactiveEphemeralCardOperations cards;

	/**
	 * Creates a template.
	 * @param cards reactive operations to wait for
	 */
	public EphemeralCardTemplate(ReactiveEphemeralCardOperations cards) {
		this.cards = cards;
	}

	@Override
	public SentCard send(ChatId chat, Viewer viewer, CardContent card) {
		return Objects.requireNonNull(await("ephemeral.send", this.cards.send(chat, viewer, card)));
	}

	@Override
	public List<SendOutcome> sendAll(ChatId chat, Collection<? extends Viewer> viewers, CardContent card) {
		return Objects.requireNonNull(await("ephemeral.send", this.cards.sendAll(chat, viewers, card).collectList()));
	}

	@Override
	public List<SendOutcome> sendAll(ChatId chat, Collection<? extends Viewer> viewers,
			Function<? super Viewer, ? extends CardContent> card) {
		return Objects.requireNonNull(await("ephemeral.send", this.cards.sendAll(chat, viewers, card).collectList()));
	}

	@Override
	public List<SendOutcome> sendAll(Collection<? extends ForViewer<SentCard>> cards) {
		List<ForViewer<Mono<SentCard>>> all = cards.stream()
			.<ForViewer<Mono<SentCard>>>map(BlockingSteps::reactive)
			.toList();
		return Objects.requireNonNull(await("ephemeral.send", this.cards.sendAll(all).collectList()));
	}

	@Override
	public Replacement replace(SentCard sent, CardContent card) {
		return Objects.requireNonNull(await("ephemeral.send", this.cards.replace(sent, card)));
	}

	@Override
	public void delete(MessageId message) {
		await("ephemeral.delete", this.cards.delete(message));
	}

	@Override
	public void delete(SentCard sent) {
		await("ephemeral.delete", this.cards.delete(sent));
	}

	@Override
	public NewCard<SentCard> newCard(CardContent card) {
		return BlockingSteps.of(this.cards.newCard(card));
	}

	@Override
	public EphemeralCardOperations forTenant(TenantKey tenant) {
		return new EphemeralCardTemplate(this.cards.forTenant(tenant));
	}

	static <T> @Nullable T await(String operation, Mono<T> call) {
		return BlockingCalls.await(call, operation, EphemeralCardOperations.class,
				ReactiveEphemeralCardOperations.class);
	}

}
