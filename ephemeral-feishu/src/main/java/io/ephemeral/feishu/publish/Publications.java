package io.ephemeral.feishu.publish;

import java.util.Objects;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.ViewedCard;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.client.BlockingCalls;
import io.ephemeral.feishu.group.GroupCardOperations;

/**
 * Publishes the outcome of private cards. Its methods wait for the platform, so they must
 * not be called on a thread of an event loop; {@link ReactivePublications} is for those.
 */
public final class Publications {

	private final ReactivePublications publications;

	/**
	 * Waits for the reactive ones.
	 * @param publications do the work
	 */
	public Publications(ReactivePublications publications) {
		this.publications = publications;
	}

	/**
	 * Shows the outcome of a private card to everybody, once, and then deletes the card.
	 * <p>
	 * The uuid of the public card is derived from the id of the private one. Within an
	 * hour, therefore, a double click, a second instance of the application and a
	 * repetition after a crash show nothing twice, and delete what is left. Call it once
	 * the click is answered: clients show an error when a card goes before.
	 * @param privateCard the card, or the click on it
	 * @param outcome what everybody sees
	 * @return what everybody sees, and whether the private card is gone
	 * @throws io.ephemeral.feishu.FeishuException if the outcome was not published, or is
	 * unknown; the ephemeral card stays, its viewer gets a {@link PublicationNotice}, and
	 * the types are those of {@link GroupCardOperations}
	 */
	public Publication publish(ViewedCard privateCard, CardContent outcome) {
		return Objects.requireNonNull(BlockingCalls.await(this.publications.publish(privateCard, outcome),
				"message.send", Publications.class, ReactivePublications.class));
	}

	/**
	 * Acts for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the same, for that tenant
	 */
	public Publications forTenant(TenantKey tenant) {
		return new Publications(this.publications.forTenant(tenant));
	}

}
