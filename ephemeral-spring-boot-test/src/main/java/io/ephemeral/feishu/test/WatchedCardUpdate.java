package io.ephemeral.feishu.test;

import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.LateCardUpdate;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.CardPreparation;
import reactor.core.publisher.Mono;

/**
 * Late update that prepares its card as usual, and then only shows it to the test.
 */
record WatchedCardUpdate(ClickWatch watch, CardPreparation preparation) implements LateCardUpdate {

	@Override
	public Mono<Void> update(CardActionEvent event, CardContent card) {
		return Mono.fromSupplier(() -> this.preparation.forViewer(card, event.locale()))
			.flatMap((prepared) -> this.preparation.sealed(prepared, event.place()))
			.doOnNext((shown) -> this.watch.shown(event, shown))
			.then();
	}

}
