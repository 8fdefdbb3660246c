package io.ephemeral.feishu.jdbc;

import java.time.Duration;

import javax.sql.DataSource;

import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.callback.answer.AnswerStoreContract;
import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.ephemeral.ExpiryStoreContract;
import org.junit.jupiter.api.Nested;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Contracts of the stores with a real server.
 */
abstract class StoreContracts {

	/** Returns a database with the tables of this module. */
	abstract DataSource database();

	private void empty(String table) {
		JdbcClient.create(database()).sql("DELETE FROM " + table).update();
	}

	@Nested
	class Expiries extends ExpiryStoreContract {

		@Override
		protected ExpiryStore createStore() {
			empty("FEISHU_EXPIRY");
			return new JdbcExpiryStore(database(), "cli_1");
		}

	}

	@Nested
	class Answers extends AnswerStoreContract {

		private final ShiftedClock clock = new ShiftedClock();

		private final AnswerStore store;

		Answers() {
			empty("FEISHU_ANSWER");
			this.store = new JdbcAnswerStore(database(), TestCredentials.APP, this.clock);
		}

		@Override
		protected AnswerStore store() {
			return this.store;
		}

		@Override
		protected void pass(Duration time) {
			this.clock.advance(time);
		}

	}

}
