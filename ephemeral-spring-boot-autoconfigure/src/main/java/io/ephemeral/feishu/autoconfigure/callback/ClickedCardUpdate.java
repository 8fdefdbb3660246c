package io.ephemeral.feishu.autoconfigure.callback;

import java.time.Duration;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.LateCardUpdate;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.error.ErrorCategory;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.group.ClickedCard;
import io.ephemeral.feishu.group.ReactiveGroupCardOperations;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

import org.springframework.util.Assert;

/**
 * Late update that uses the token of the click.
 *
 * @param forTenants whether the app acts for the tenant of the user who clicked
 * @param scheduler scheduler on which the card is prepared
 */
record ClickedCardUpdate(ReactiveGroupCardOperations cards, boolean forTenants,
		Scheduler scheduler) implements LateCardUpdate {

	/**
	 * Time in which the platform receives the reply. According to the documentation, an
	 * update that arrives before or beside the reply fails, or is reverted at once.
	 */
	private static final Duration AFTER_REPLY = Duration.ofMillis(500);

	private static final int MOST_RETRIES = 3;

	@Override
	public Mono<Void> update(CardActionEvent event, CardContent card) {
		String token = event.token();
		Assert.notNull(token, "A click without a token cannot get a late update");
		TenantKey tenant = event.tenantKey();
		ReactiveGroupCardOperations acting = (this.forTenants && tenant != null) ? this.cards.forTenant(tenant)
				: this.cards;
		return Mono.delay(AFTER_REPLY)
			.publishOn(this.scheduler)
			.then(acting.updateClicked(new ClickedCard(token, event.operator(), event.locale(), event.place().chat()),
					card))
			.retryWhen(Retry.max(MOST_RETRIES)
				.filter(ClickedCardUpdate::mayBeTooEarly)
				.onRetryExhaustedThrow((attempts, last) -> last.failure()));
	}

	/** No document has the code of an update that arrives before the reply. */
	private static boolean mayBeTooEarly(Throwable error) {
		return error instanceof FeishuApiException refusal && refusal.category() == ErrorCategory.UNKNOWN;
	}

}
