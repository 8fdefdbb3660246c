package io.ephemeral.feishu.jdbc;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Contracts of the stores with a PostgreSQL server.
 */
@EnabledIf(value = "isInstalled", disabledReason = "PostgreSQL (initdb, pg_ctl) is not installed")
class PostgresTests extends StoreContracts {

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

	@Override
	DataSource database() {
		return database;
	}

}
