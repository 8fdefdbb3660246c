package io.ephemeral.feishu.limit;

import java.time.Duration;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

/**
 * Calls that do not leave, because the platform refused one of them.
 *
 * @param operation name of the operation; null if the monthly quota is used up, which
 * stops all operations of the tenant
 * @param tenant tenant of a store app; null for the app's own
 * @param scope calls that are stopped; the target itself is not named
 * @param closedFor time since the first refusal
 * @param opensIn time until one call tries again; zero while that call is under way
 */
public record ClosedGate(@Nullable String operation, @Nullable TenantKey tenant, RefusalScope scope, Duration closedFor,
		Duration opensIn) {

	static final Duration LASTING = Duration.ofMinutes(1);

	/**
	 * Returns whether the calls are stopped for more than a minute.
	 * @return whether an operator should know
	 */
	public boolean lasts() {
		return this.closedFor.plus(this.opensIn).compareTo(LASTING) > 0;
	}

}
