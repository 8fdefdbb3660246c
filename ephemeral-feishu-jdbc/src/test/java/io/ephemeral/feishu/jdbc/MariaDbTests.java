package io.ephemeral.feishu.jdbc;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Contracts of the stores with a MariaDB server, by the driver and the script for MySQL.
 */
@EnabledIf(value = "isInstalled", disabledReason = "MariaDB (mariadbd, mariadb-install-db) is not installed")
class MariaDbTests extends StoreContracts {

	private static MariaDbServer server;

	private static DataSource database;

	@BeforeAll
	static void start() throws Exception {
		server = MariaDbServer.start();
		database = TestDatabase.withTables("mysql", server.database());
	}

	@AfterAll
	static void stop() throws Exception {
		server.close();
	}

	static boolean isInstalled() {
		return MariaDbServer.isInstalled();
	}

	@Override
	DataSource database() {
		return database;
	}

}
