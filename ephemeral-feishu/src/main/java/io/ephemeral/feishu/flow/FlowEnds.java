package io.ephemeral.feishu.flow;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardOperations;
import io.ephemeral.feishu.message.MessageUuid;
import io.ephemeral.feishu.publish.ReactivePublications;
import reactor.core.publisher.Mono;

/**
 * Ends of flows.
 *
 * @param publications publications of outcomes
 * @param cards operations that delete the cards of flows
 * @param forTenants whether the app acts for the tenant of the user who clicked, as store
 * apps do
 */
public record FlowEnds(ReactivePublications publications, ReactiveEphemeralCardOperations cards, boolean forTenants) {

	/**
	 * Ends a flow. A publication succeeds before the reply, so that the user can submit
	 * again after a failure.
	 */
	Mono<CardActionReply> end(Outcome outcome, String flow, CardActionEvent event) {
		if (outcome instanceof Outcome.Show show) {
			return Mono.just(CardActionReply.card(show.card()));
		}
		if (outcome instanceof Outcome.Publish publish) {
			return publicationsFor(event).show(event, publish.card(), uuid(flow, event))
				.map((published) -> delete(event));
		}
		return Mono.fromSupplier(() -> delete(event));
	}

	/** Deletes the card after the reply, because clients show an error otherwise. */
	CardActionReply delete(CardActionEvent event) {
		return CardActionReply.nothing().afterwards(cardsFor(event).delete(event.messageId()));
	}

	/** Returns the uuid that is the same for all cards of a flow. */
	private static MessageUuid uuid(String flow, CardActionEvent event) {
		byte[] name = ("outcome of flow " + flow + " for " + event.operator().asText())
			.getBytes(StandardCharsets.UTF_8);
		return new MessageUuid(UUID.nameUUIDFromBytes(name).toString());
	}

	private ReactivePublications publicationsFor(CardActionEvent event) {
		TenantKey tenant = event.tenantKey();
		return (this.forTenants && tenant != null) ? this.publications.forTenant(tenant) : this.publications;
	}

	private ReactiveEphemeralCardOperations cardsFor(CardActionEvent event) {
		TenantKey tenant = event.tenantKey();
		return (this.forTenants && tenant != null) ? this.cards.forTenant(tenant) : this.cards;
	}

}
