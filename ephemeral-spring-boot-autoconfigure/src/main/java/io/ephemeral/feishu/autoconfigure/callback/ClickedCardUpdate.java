package io.ephemeral.feishu.autoconfigure.callback;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.LateCardUpdate;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.group.ClickedCard;
import io.ephemeral.feishu.group.ReactiveGroupCardOperations;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Late update that uses the token of the click.
 *
 * @param forTenants whether the app acts for the tenant of the user who clicked
 */
record ClickedCardUpdate(ReactiveGroupCardOperations cards, boolean forTenants) implements LateCardUpdate {

	@Override
	public Mono<Void> update(CardActionEvent event, CardContent card) {
		String token = event.token();
		Assert.notNull(token, "A click without a token cannot get a late update");
		TenantKey tenant = event.tenantKey();
		ReactiveGroupCardOperations acting = (this.forTenants && tenant != null) ? this.cards.forTenant(tenant)
				: this.cards;
		return acting.updateClicked(new ClickedCard(token, event.operator(), event.locale(), event.place().chat()),
				card);
	}

}
