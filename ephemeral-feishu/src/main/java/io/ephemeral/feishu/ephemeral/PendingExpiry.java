package io.ephemeral.feishu.ephemeral;

import java.time.Instant;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Card to delete at a time.
 *
 * @param message id of the card
 * @param delivery delivery of the card, which decides how it is deleted
 * @param tenant tenant in which a store app has sent the card; null for a self-built app
 * @param due time of the deletion or of its next attempt
 * @param failures number of failed attempts; zero or more
 * @param chat group of the card; null if nobody hears of the expiry
 * @param viewer member who sees the card; null if nobody hears of the expiry
 */
public record PendingExpiry(MessageId message, Delivery delivery, @Nullable TenantKey tenant, Instant due, int failures,
		@Nullable ChatId chat, @Nullable Viewer viewer) {

	public PendingExpiry {
		Assert.isTrue(delivery != Delivery.OWN_ROUTE, "Cards delivered by orElse(…) do not expire");
		Assert.isTrue(failures >= 0, "'failures' must not be negative");
	}

	/**
	 * Creates an expiry of which nobody hears.
	 * @param message id of the card
	 * @param delivery delivery of the card, which decides how it is deleted
	 * @param tenant tenant in which a store app has sent the card; null for a self-built
	 * app
	 * @param due time of the deletion or of its next attempt
	 * @param failures number of failed attempts; zero or more
	 */
	public PendingExpiry(MessageId message, Delivery delivery, @Nullable TenantKey tenant, Instant due, int failures) {
		this(message, delivery, tenant, due, failures, null, null);
	}

	PendingExpiry dueAt(Instant due) {
		return new PendingExpiry(this.message, this.delivery, this.tenant, due, this.failures, this.chat, this.viewer);
	}

	PendingExpiry failed(Instant due) {
		return new PendingExpiry(this.message, this.delivery, this.tenant, due, this.failures + 1, this.chat,
				this.viewer);
	}

	/** Returns the same expiry, of which nobody hears. */
	PendingExpiry unheard() {
		return new PendingExpiry(this.message, this.delivery, this.tenant, this.due, this.failures);
	}

}
