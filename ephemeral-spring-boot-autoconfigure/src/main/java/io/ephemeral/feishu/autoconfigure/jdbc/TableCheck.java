package io.ephemeral.feishu.autoconfigure.jdbc;

import javax.sql.DataSource;

import io.ephemeral.feishu.autoconfigure.sharing.SharingSetupException;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Check at the start that a table is there.
 */
final class TableCheck implements InitializingBean {

	private final DataSource dataSource;

	private final String table;

	TableCheck(DataSource dataSource, String table) {
		this.dataSource = dataSource;
		this.table = table;
	}

	@Override
	public void afterPropertiesSet() {
		try {
			JdbcClient.create(this.dataSource).sql("SELECT 1 FROM " + this.table + " WHERE 1 = 0").query().listOfRows();
		}
		catch (BadSqlGrammarException ex) {
			throw new SharingSetupException("jdbc", "The database has no table " + this.table,
					"Run the script io/ephemeral/feishu/jdbc/schema-….sql for your database, which is in ephemeral-feishu-jdbc, "
							+ "or set 'feishu.jdbc.initialize-schema' to 'always'.");
		}
	}

}
