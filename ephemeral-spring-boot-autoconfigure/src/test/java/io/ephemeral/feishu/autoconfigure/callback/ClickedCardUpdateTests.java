package io.ephemeral.feishu.autoconfigure.callback;

import java.time.Duration;

import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.group.ReactiveGroupCardOperations;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class ClickedCardUpdateTests {

	private static final CardActionEvent CLICK = CardActionEvent.parse("""
			{"schema": "2.0", "header": {"event_id": "1", "event_type": "card.action.trigger"},
			"event": {"operator": {"open_id": "ou_1"}, "token": "c-1", "action": {"value": {"action": "look"}}}}""");

	@Test
	void updateWhenReplyHasJustLeftThenWaitsForItsArrival() {
		PublisherProbe<Void> update = PublisherProbe.empty();
		ReactiveGroupCardOperations cards = mock();
		given(cards.updateClicked(any(), any())).willReturn(update.mono());

		StepVerifier
			.withVirtualTime(() -> new ClickedCardUpdate(cards, false, Schedulers.immediate()).update(CLICK,
					Card.builder().build()))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(499))
			.then(update::assertWasNotSubscribed)
			.thenAwait(Duration.ofMillis(1))
			.verifyComplete();
		update.assertWasSubscribed();
	}

}
