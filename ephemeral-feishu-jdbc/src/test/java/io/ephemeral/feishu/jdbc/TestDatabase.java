package io.ephemeral.feishu.jdbc;

import java.util.UUID;

import javax.sql.DataSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Databases with the tables of this module.
 */
final class TestDatabase {

	private TestDatabase() {
	}

	/** Creates a database in memory. */
	static DataSource h2() {
		return withTables("h2", new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
	}

	/**
	 * Creates the tables, unless they are there.
	 * @param name name of the database in the name of the script
	 */
	static DataSource withTables(String name, DataSource dataSource) {
		DatabasePopulatorUtils.execute(
				new ResourceDatabasePopulator(new ClassPathResource("schema-" + name + ".sql", JdbcExpiryStore.class)),
				dataSource);
		return dataSource;
	}

}
