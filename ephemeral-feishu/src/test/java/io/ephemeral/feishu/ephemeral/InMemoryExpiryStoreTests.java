package io.ephemeral.feishu.ephemeral;

import java.time.Duration;
import java.time.Instant;

import io.ephemeral.feishu.MessageId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InMemoryExpiryStoreTests extends ExpiryStoreContract {

	private static final Instant DUE = Instant.parse("2026-01-01T00:00:00Z");

	@Override
	protected ExpiryStore createStore() {
		return ExpiryStore.inMemory();
	}

	@Test
	void claimWhenTimeIsExactlyDueThenReturnsExpiryAndNeverBefore() {
		ExpiryStore store = createStore();
		PendingExpiry expiry = new PendingExpiry(new MessageId("om_1"), Delivery.EPHEMERAL, null, DUE, 0);
		store.save(expiry).block();

		assertThat(claim(store, DUE.minusNanos(1))).isNull();
		assertThat(claim(store, DUE)).isEqualTo(expiry);
	}

	private static PendingExpiry claim(ExpiryStore store, Instant now) {
		return store.claim(now, now.plus(Duration.ofMinutes(1)), 1).blockFirst();
	}

}
