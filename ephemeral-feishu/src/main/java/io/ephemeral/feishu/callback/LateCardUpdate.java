package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.card.CardContent;
import reactor.core.publisher.Mono;

/**
 * Late update, which shows the card of a reply that was too late for the response. It
 * runs after the response has left. The one of the starter waits half a second longer,
 * because the platform refuses or reverts an update that arrives beside the response.
 */
@FunctionalInterface
public interface LateCardUpdate {

	/**
	 * Replaces the card.
	 * @param event the click, with the token of the update
	 * @param card the card to show
	 * @return a publisher that completes once the card is replaced
	 */
	Mono<Void> update(CardActionEvent event, CardContent card);

}
