package io.ephemeral.feishu.autoconfigure.health;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.auth.TokenState;
import io.ephemeral.feishu.autoconfigure.sharing.LimitSharing;
import io.ephemeral.feishu.callback.RunningWork;
import io.ephemeral.feishu.client.CallEnd;
import io.ephemeral.feishu.ephemeral.PendingExpiries;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.LimitUse;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;

/**
 * Content of the endpoint. It contains no token, no chat and no person.
 *
 * @param app app and platform
 * @param tokens tokens, those of the app first, and then those that end first
 * @param limits limits of this instance
 * @param calls calls that have ended, by operation, outcome and category, the latest
 * first
 * @param work handlers and listeners that wait or run, the oldest first
 * @param expiries cards with an expiry; null if only the store of the application knows
 * them
 * @param longConnection state of the long connection; null if it is not enabled
 */
record FeishuReport(ConnectedApp app, Excerpt<Token> tokens, Limits limits, List<CallCounts.Count> calls,
		Excerpt<RunningWork> work, @Nullable PendingExpiries expiries, @Nullable LongConnectionDetails longConnection) {

	/**
	 * First entries of a list that may be long.
	 *
	 * @param <T> entries
	 * @param count number of all entries
	 * @param first first 100 of them
	 */
	record Excerpt<T>(int count, List<T> first) {

		private static final int MOST = 100;

		static <T> Excerpt<T> of(Stream<T> entries) {
			List<T> all = entries.toList();
			return new Excerpt<>(all.size(), all.stream().limit(MOST).toList());
		}

	}

	/**
	 * State of a token.
	 *
	 * @param kind {@code app} for an app access token of a store app, otherwise
	 * {@code tenant}
	 * @param tenant tenant of a store app; null for the app's own
	 * @param validUntil end of the token; null if there is no valid token
	 * @param renewing whether another one is being requested
	 * @param failures number of failed requests in a row
	 */
	record Token(String kind, @Nullable TenantKey tenant, @Nullable Instant validUntil, boolean renewing,
			int failures) {

		static Token of(String kind, TokenState state) {
			return new Token(kind, state.tenant(), state.expiresAt(), state.renewing(), state.failures());
		}

	}

	/**
	 * Limits of this instance.
	 *
	 * @param sharing state of the limits that instances share; null if they share none
	 * @param waiting number of calls that wait for a permit
	 * @param operations operations that were called recently, those with the most waiting
	 * calls first
	 * @param closed calls that are stopped because the platform refused some
	 */
	record Limits(LimitSharing.@Nullable Status sharing, int waiting, Excerpt<LimitUse> operations,
			Excerpt<Gate> closed) {
	}

	/**
	 * Calls that are stopped.
	 *
	 * @param operation name of the operation; null if all are stopped
	 * @param tenant tenant of a store app; null for the app's own
	 * @param scope what is stopped
	 * @param until time at which one call tries again
	 */
	record Gate(@Nullable String operation, @Nullable TenantKey tenant, RefusalScope scope, Instant until) {

		static Gate of(ClosedGate gate, Instant now) {
			String operation = gate.operation();
			return new Gate((operation != null) ? CallEnd.shownOperation(operation) : null, gate.tenant(), gate.scope(),
					now.plus(gate.opensIn()));
		}

	}

}
