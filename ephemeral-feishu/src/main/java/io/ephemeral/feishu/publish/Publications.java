package io.ephemeral.feishu.publish;

import java.util.Objects;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.ViewedCard;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.client.BlockingCalls;
import io.ephemeral.feishu.group.GroupCardOperations;

/**
 * Publication of the outcomes of ephemeral cards. The methods block until the platform
 * responds. On a thread of an event loop, use {@link ReactivePublications}.
 */
public final class Publications {

	private final ReactivePublications publications;

	/**
	 * Creates an instance.
	 * @param publications reactive publications to wait for
	 */
	public Publications(ReactivePublications publications) {
		this.publications = publications;
	}

	/**
	 * Shows the outcome of an ephemeral card to all members of the chat, once, and then
	 * deletes the ephemeral card.
	 * <p>
	 * The uuid of the public card is derived from the id of the ephemeral card. Therefore
	 * a second publication within an hour shows no second card, for example after a
	 * double click, in another instance of the application, or after a crash. It only
	 * deletes the ephemeral card, if that is still shown. Call this method after the
	 * response to the click, because clients show an error if the card is deleted before.
	 * @param ephemeralCard the ephemeral card, or the click on it
	 * @param outcome card with the outcome
	 * @return the public card, and whether the ephemeral card was deleted
	 * @throws io.ephemeral.feishu.FeishuException if the outcome was not published, or if
	 * this is unknown. The ephemeral card stays, and its viewer gets a
	 * {@link PublicationNotice}. The types are those of {@link GroupCardOperations}
	 */
	public Publication publish(ViewedCard ephemeralCard, CardContent outcome) {
		return Objects.requireNonNull(BlockingCalls.await(this.publications.publish(ephemeralCard, outcome),
				"message.send", Publications.class, ReactivePublications.class));
	}

	/**
	 * Returns the publications for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the publications for that tenant
	 */
	public Publications forTenant(TenantKey tenant) {
		return new Publications(this.publications.forTenant(tenant));
	}

}
