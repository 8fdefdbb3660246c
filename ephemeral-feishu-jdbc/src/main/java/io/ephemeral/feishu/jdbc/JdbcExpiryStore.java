package io.ephemeral.feishu.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.ephemeral.Delivery;
import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.ephemeral.PendingExpiry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Store of expiries in the table {@code FEISHU_EXPIRY}. Scripts that create the table are
 * beside this class, such as {@code schema-postgresql.sql}.
 * <p>
 * Times are those of the instances: a card that one instance saved and another one
 * deletes expires early or late by the difference of their clocks.
 */
public final class JdbcExpiryStore implements ExpiryStore {

	private static final long NANOS_BELOW_MILLI = 999_999;

	private final Statements statements;

	private final String appId;

	/**
	 * Creates a store of one app.
	 * @param dataSource data source with the table
	 * @param appId id of the app, up to 100 characters
	 */
	public JdbcExpiryStore(DataSource dataSource, String appId) {
		Assert.hasText(appId, "'appId' must not be empty");
		this.statements = new Statements(dataSource);
		this.appId = appId;
	}

	@Override
	public Mono<Void> save(PendingExpiry expiry) {
		return Statements.run(() -> update(expiry) || insert(expiry) || update(expiry)).then();
	}

	@Override
	public Mono<Void> remove(MessageId message) {
		return Statements
			.run(() -> this.statements.update("DELETE FROM FEISHU_EXPIRY WHERE APP_ID = ? AND MESSAGE_ID = ?",
					this.appId, message.value()))
			.then();
	}

	@Override
	public Flux<PendingExpiry> claim(Instant now, Instant until, int limit) {
		return Statements.run(() -> claimed(now.toEpochMilli(), millis(until), limit)).flatMapIterable((due) -> due);
	}

	/** Tries again after other instances have claimed some of the same expiries. */
	private List<PendingExpiry> claimed(long now, long until, int limit) {
		List<PendingExpiry> claimed = new ArrayList<>();
		List<PendingExpiry> due;
		List<PendingExpiry> postponed;
		do {
			due = findDue(now, limit - claimed.size());
			postponed = postpone(due, until);
			claimed.addAll(postponed);
		}
		while (postponed.size() < due.size());
		return claimed;
	}

	private List<PendingExpiry> findDue(long now, int limit) {
		return this.statements.find(limit, JdbcExpiryStore::read,
				"SELECT MESSAGE_ID, DELIVERY, TENANT_KEY, DUE_AT, FAILURES, CHAT_ID, VIEWER FROM FEISHU_EXPIRY "
						+ "WHERE APP_ID = ? AND DUE_AT <= ? ORDER BY DUE_AT, MESSAGE_ID",
				this.appId, now);
	}

	/** Postpones expiries, and returns those that no other instance has changed. */
	private List<PendingExpiry> postpone(List<PendingExpiry> due, long until) {
		return this.statements.together(() -> due.stream().filter((expiry) -> postpone(expiry, until)).toList());
	}

	private boolean postpone(PendingExpiry expiry, long until) {
		return this.statements.update(
				"UPDATE FEISHU_EXPIRY SET DUE_AT = ? WHERE APP_ID = ? AND MESSAGE_ID = ? AND DUE_AT = ?", until,
				this.appId, expiry.message().value(), expiry.due().toEpochMilli()) == 1;
	}

	private boolean update(PendingExpiry expiry) {
		return this.statements.update(
				"UPDATE FEISHU_EXPIRY SET DELIVERY = ?, TENANT_KEY = ?, DUE_AT = ?, FAILURES = ?, CHAT_ID = ?, "
						+ "VIEWER = ? WHERE APP_ID = ? AND MESSAGE_ID = ?",
				expiry.delivery().name(), tenant(expiry), millis(expiry.due()), expiry.failures(), chat(expiry),
				viewer(expiry), this.appId, expiry.message().value()) == 1;
	}

	private boolean insert(PendingExpiry expiry) {
		return this.statements.insert(
				"INSERT INTO FEISHU_EXPIRY (APP_ID, MESSAGE_ID, DELIVERY, TENANT_KEY, DUE_AT, FAILURES, CHAT_ID, "
						+ "VIEWER) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
				this.appId, expiry.message().value(), expiry.delivery().name(), tenant(expiry), millis(expiry.due()),
				expiry.failures(), chat(expiry), viewer(expiry));
	}

	private static @Nullable String tenant(PendingExpiry expiry) {
		TenantKey tenant = expiry.tenant();
		return (tenant != null) ? tenant.value() : null;
	}

	private static @Nullable String chat(PendingExpiry expiry) {
		ChatId chat = expiry.chat();
		return (chat != null) ? chat.value() : null;
	}

	private static @Nullable String viewer(PendingExpiry expiry) {
		Viewer viewer = expiry.viewer();
		return (viewer != null) ? viewer.asText() : null;
	}

	private static PendingExpiry read(ResultSet row, int number) throws SQLException {
		String tenant = row.getString("TENANT_KEY");
		String chat = row.getString("CHAT_ID");
		String viewer = row.getString("VIEWER");
		return new PendingExpiry(new MessageId(row.getString("MESSAGE_ID")),
				Delivery.valueOf(row.getString("DELIVERY")), (tenant != null) ? new TenantKey(tenant) : null,
				Instant.ofEpochMilli(row.getLong("DUE_AT")), row.getInt("FAILURES"),
				(chat != null) ? new ChatId(chat) : null, (viewer != null) ? Viewer.ofText(viewer) : null);
	}

	/** Rounds up, because no card expires early. */
	private static long millis(Instant time) {
		return time.plusNanos(NANOS_BELOW_MILLI).toEpochMilli();
	}

}
