package io.ephemeral.feishu.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.ephemeral.Delivery;
import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.ephemeral.ExpiryStoreContract;
import io.ephemeral.feishu.ephemeral.PendingExpiry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class JdbcExpiryStoreTests extends ExpiryStoreContract {

	private static final Instant DUE = Instant.parse("2026-01-01T00:00:00.000000001Z");

	private static final PendingExpiry EXPIRY = new PendingExpiry(new MessageId("om_1"), Delivery.EPHEMERAL, null, DUE,
			0);

	@Override
	protected ExpiryStore createStore() {
		return new JdbcExpiryStore(TestDatabase.h2(), "cli_1");
	}

	@Test
	void claimWhenDueBetweenMillisecondsThenIsNeverEarly() {
		ExpiryStore store = createStore();
		store.save(EXPIRY).block();

		assertThat(claim(store, DUE)).isNull();
		assertThat(claim(store, DUE.plusMillis(1))).isNotNull();
	}

	@Test
	void claimWhenExpiryIsOfAnotherAppThenReturnsNothing() {
		DataSource database = TestDatabase.h2();
		new JdbcExpiryStore(database, "cli_1").save(EXPIRY).block();
		ExpiryStore other = new JdbcExpiryStore(database, "cli_2");
		other.remove(EXPIRY.message()).block();

		assertThat(claim(other, DUE.plusSeconds(1))).isNull();
		assertThat(claim(new JdbcExpiryStore(database, "cli_1"), DUE.plusSeconds(1))).isNotNull();
	}

	@Test
	void saveWhenPoolDoesNotCommitThenIsCommitted() {
		DataSource database = TestDatabase.h2();
		new JdbcExpiryStore(new WithoutCommit(database), "cli_1").save(EXPIRY).block();

		assertThat(claim(new JdbcExpiryStore(database, "cli_1"), DUE.plusSeconds(1))).isNotNull();
	}

	private static @Nullable PendingExpiry claim(ExpiryStore store, Instant now) {
		return store.claim(now, now.plus(Duration.ofMinutes(1)), 1).blockFirst();
	}

	/**
	 * Data source whose connections do not commit by themselves.
	 */
	private static final class WithoutCommit extends DelegatingDataSource {

		WithoutCommit(DataSource database) {
			super(database);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			connection.setAutoCommit(false);
			return connection;
		}

	}

}
