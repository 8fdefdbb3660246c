package io.ephemeral.feishu.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.auth.SecretSeal;
import io.ephemeral.feishu.callback.answer.AnswerClaim;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.callback.answer.Answered;
import io.ephemeral.feishu.callback.answer.Answered.Done;
import io.ephemeral.feishu.callback.answer.Answered.Mine;
import io.ephemeral.feishu.callback.answer.Answered.Theirs;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Store of answers in the table {@code FEISHU_ANSWER}. Scripts that create the table are
 * beside this class, such as {@code schema-postgresql.sql}. Answers are sealed with the
 * secret of the app. An answer that was sealed with another secret counts as the mere
 * fact that the callback was handled.
 * <p>
 * Times are those of the instances, so their clocks must not differ by more than a few
 * seconds: the lease of a callback is ten seconds.
 */
public final class JdbcAnswerStore implements AnswerStore {

	private static final byte[] FACT = "{}".getBytes(StandardCharsets.UTF_8);

	/** Stored instead of a fact, which needs no seal. */
	private static final byte[] STORED_FACT = {};

	/** More than one attempt is needed only if other instances change the same row. */
	private static final int ATTEMPTS = 10;

	private static final Duration BETWEEN_CLEANUPS = Duration.ofMinutes(1);

	private final Statements statements;

	private final CredentialsSupplier credentials;

	private final SecretSeal seal;

	private final Clock clock;

	private final AtomicLong nextCleanup = new AtomicLong();

	/**
	 * Creates a store of one app.
	 * @param dataSource data source with the table
	 * @param credentials id and secret of the app; the id has up to 100 characters
	 */
	public JdbcAnswerStore(DataSource dataSource, CredentialsSupplier credentials) {
		this(dataSource, credentials, Clock.systemUTC());
	}

	JdbcAnswerStore(DataSource dataSource, CredentialsSupplier credentials, Clock clock) {
		this.statements = new Statements(dataSource);
		this.credentials = credentials;
		this.seal = new SecretSeal(credentials, "answers");
		this.clock = clock;
	}

	@Override
	public Mono<Answered> begin(AnswerClaim claim, Duration lease) {
		return Statements.run(() -> claimed(claim, lease))
			.flatMap((answered) -> (answered instanceof Done sealed) ? open(claim, sealed) : Mono.just(answered));
	}

	@Override
	public Mono<Void> keep(AnswerClaim claim, byte[] answer, Duration retention) {
		return seal(claim, answer).flatMap((sealed) -> Statements.run(() -> {
			removeEnded();
			return update(claim, sealed, retention) || insert(claim, sealed, retention)
					|| update(claim, sealed, retention);
		})).then();
	}

	@Override
	public Mono<Void> giveUp(AnswerClaim claim) {
		return Statements.run(() -> this.statements.update(
				"DELETE FROM FEISHU_ANSWER WHERE APP_ID = ? AND ID = ? AND OWNER = ? AND ANSWER IS NULL", appId(),
				claim.id(), claim.owner()))
			.then();
	}

	private Answered claimed(AnswerClaim claim, Duration lease) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Row row = find(claim);
			if (row == null) {
				if (insert(claim, null, lease)) {
					return new Mine();
				}
			}
			else if (row.end() <= this.clock.millis() || row.isClaimOf(claim)) {
				if (replace(row, claim, lease)) {
					return new Mine();
				}
			}
			else {
				byte[] answer = row.answer();
				return (answer != null) ? new Done(answer) : new Theirs();
			}
		}
		throw new IllegalStateException("The callback could not be claimed in " + ATTEMPTS
				+ " attempts, because other instances changed its row each time");
	}

	private @Nullable Row find(AnswerClaim claim) {
		List<Row> rows = this.statements.find(1, JdbcAnswerStore::read,
				"SELECT OWNER, ANSWER, ENDS_AT FROM FEISHU_ANSWER WHERE APP_ID = ? AND ID = ?", appId(), claim.id());
		return rows.isEmpty() ? null : rows.get(0);
	}

	/** Claims a callback if its row is still the same. */
	private boolean replace(Row row, AnswerClaim claim, Duration lease) {
		return this.statements.update(
				"UPDATE FEISHU_ANSWER SET OWNER = ?, ANSWER = NULL, ENDS_AT = ? "
						+ "WHERE APP_ID = ? AND ID = ? AND OWNER = ? AND ENDS_AT = ?",
				claim.owner(), endOf(lease), appId(), claim.id(), row.owner(), row.end()) == 1;
	}

	private boolean update(AnswerClaim claim, byte[] answer, Duration retention) {
		return this.statements.update(
				"UPDATE FEISHU_ANSWER SET OWNER = ?, ANSWER = ?, ENDS_AT = ? WHERE APP_ID = ? AND ID = ?",
				claim.owner(), answer, endOf(retention), appId(), claim.id()) == 1;
	}

	private boolean insert(AnswerClaim claim, byte @Nullable [] answer, Duration life) {
		return (answer == null)
				? this.statements.insert("INSERT INTO FEISHU_ANSWER (APP_ID, ID, OWNER, ENDS_AT) VALUES (?, ?, ?, ?)",
						appId(), claim.id(), claim.owner(), endOf(life))
				: this.statements.insert(
						"INSERT INTO FEISHU_ANSWER (APP_ID, ID, OWNER, ANSWER, ENDS_AT) VALUES (?, ?, ?, ?, ?)",
						appId(), claim.id(), claim.owner(), answer, endOf(life));
	}

	private void removeEnded() {
		long now = this.clock.millis();
		long next = this.nextCleanup.get();
		if (now >= next && this.nextCleanup.compareAndSet(next, now + BETWEEN_CLEANUPS.toMillis())) {
			this.statements.update("DELETE FROM FEISHU_ANSWER WHERE APP_ID = ? AND ENDS_AT <= ?", appId(), now);
		}
	}

	/** Seals an answer. Without a secret, only the fact is stored. */
	private Mono<byte[]> seal(AnswerClaim claim, byte[] answer) {
		return Arrays.equals(answer, FACT) ? Mono.just(STORED_FACT)
				: this.seal.seal(place(claim), answer).onErrorReturn(STORED_FACT);
	}

	private Mono<Answered> open(AnswerClaim claim, Done sealed) {
		if (sealed.answer().length == STORED_FACT.length) {
			return Mono.just(new Done(FACT));
		}
		return this.seal.open(place(claim), sealed.answer()).onErrorComplete().defaultIfEmpty(FACT).map(Done::new);
	}

	private String place(AnswerClaim claim) {
		return appId() + " " + claim.id();
	}

	private String appId() {
		return this.credentials.appId();
	}

	private long endOf(Duration life) {
		return this.clock.instant().plus(life).toEpochMilli();
	}

	private static Row read(ResultSet row, int number) throws SQLException {
		return new Row(row.getString("OWNER"), row.getBytes("ANSWER"), row.getLong("ENDS_AT"));
	}

	/**
	 * Row of a callback.
	 *
	 * @param owner owner of the claim
	 * @param answer sealed answer; null while the callback is claimed
	 * @param end end of the lease or of the retention
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record Row(String owner, byte @Nullable [] answer, long end) {

		boolean isClaimOf(AnswerClaim claim) {
			return this.answer == null && this.owner.equals(claim.owner());
		}

	}

}
