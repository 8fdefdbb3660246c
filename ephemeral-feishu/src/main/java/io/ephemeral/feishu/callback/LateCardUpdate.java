package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.card.CardContent;
import reactor.core.publisher.Mono;

/**
 * Shows the card of a reply that came too late for the answer. It is called after the
 * answer has left.
 */
@FunctionalInterface
public interface LateCardUpdate {

	/**
	 * Replaces the card.
	 * @param event the click, with the token of the update
	 * @param card what is shown
	 * @return when it is done
	 */
	Mono<Void> update(CardActionEvent event, CardContent card);

}
