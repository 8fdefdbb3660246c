package io.ephemeral.feishu.ephemeral;

import java.time.Instant;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A card that is to be deleted.
 *
 * @param message the card
 * @param delivery way on which it reached the viewer, which decides how it is deleted
 * @param tenant the tenant in which a store app has sent it; null for a self-built app
 * @param due when it is to be deleted, or deleted again
 * @param failures how often that has failed, from 0
 */
public record PendingExpiry(MessageId message, Delivery delivery, @Nullable TenantKey tenant, Instant due,
		int failures) {

	public PendingExpiry {
		Assert.isTrue(delivery != Delivery.OWN_ROUTE, "Cards delivered by orElse(…) do not expire");
		Assert.isTrue(failures >= 0, "'failures' must not be negative");
	}

	PendingExpiry dueAt(Instant due) {
		return new PendingExpiry(this.message, this.delivery, this.tenant, due, this.failures);
	}

	PendingExpiry failed(Instant due) {
		return new PendingExpiry(this.message, this.delivery, this.tenant, due, this.failures + 1);
	}

}
