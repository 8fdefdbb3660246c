package io.ephemeral.feishu.jdbc;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Statements on the tables of this module. Each update is a transaction of its own, also
 * if the connections of the pool do not commit by themselves.
 */
final class Statements {

	private final JdbcClient client;

	private final TransactionTemplate transactions;

	Statements(DataSource dataSource) {
		this.client = JdbcClient.create(dataSource);
		this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
	}

	/**
	 * Runs statements on each subscription, on a thread that may block and has no
	 * transaction.
	 */
	static <T> Mono<T> run(Supplier<? extends @Nullable T> statements) {
		return Mono.<T>fromSupplier(statements).subscribeOn(Schedulers.boundedElastic());
	}

	/**
	 * Runs several updates in one transaction.
	 */
	<T> T together(Supplier<T> updates) {
		return this.transactions.execute((status) -> updates.get());
	}

	/**
	 * Changes rows.
	 * @return number of changed rows
	 */
	int update(String sql, @Nullable Object... parameters) {
		return together(() -> this.client.sql(sql).params(Arrays.asList(parameters)).update());
	}

	/**
	 * Inserts a row.
	 * @return false if a row with this key exists
	 */
	boolean insert(String sql, @Nullable Object... parameters) {
		try {
			return update(sql, parameters) == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/**
	 * Finds rows.
	 * @param limit maximum number of rows
	 */
	<T> List<T> find(int limit, RowMapper<T> mapper, String sql, @Nullable Object... parameters) {
		return this.client.sql(sql).withMaxRows(limit).params(Arrays.asList(parameters)).query(mapper).list();
	}

}
