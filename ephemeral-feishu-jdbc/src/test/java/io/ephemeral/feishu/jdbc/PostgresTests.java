package io.ephemeral.feishu.jdbc;

import java.time.Duration;

import javax.sql.DataSource;

import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.callback.answer.AnswerStoreContract;
import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.ephemeral.ExpiryStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Contracts of the stores with a PostgreSQL server.
 */
@EnabledIf(value = "isInstalled", disabledReason = "PostgreSQL (initdb, pg_ctl) is not installed")
class PostgresTests {

	private static PostgresServer server;

	private static DataSource database;

	@BeforeAll
	static void start() {
		server = PostgresServer.start();
		database = TestDatabase.withTables("postgresql", server.database());
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	static boolean isInstalled() {
		return PostgresServer.isInstalled();
	}

	private static void empty(String table) {
		JdbcClient.create(database).sql("DELETE FROM " + table).update();
	}

	@Nested
	class Expiries extends ExpiryStoreContract {

		@Override
		protected ExpiryStore createStore() {
			empty("FEISHU_EXPIRY");
			return new JdbcExpiryStore(database, "cli_1");
		}

	}

	@Nested
	class Answers extends AnswerStoreContract {

		private final ShiftedClock clock = new ShiftedClock();

		private final AnswerStore store;

		Answers() {
			empty("FEISHU_ANSWER");
			this.store = new JdbcAnswerStore(database, TestCredentials.APP, this.clock);
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
