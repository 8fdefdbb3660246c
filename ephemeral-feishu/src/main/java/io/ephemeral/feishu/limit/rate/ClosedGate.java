package io.ephemeral.feishu.limit.rate;

import java.time.Duration;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

/**
 * Closed gate, which blocks calls because the platform refused one of them.
 *
 * @param operation name of the operation; null if the monthly quota is exhausted, which
 * blocks all operations of the tenant
 * @param tenant tenant of a store app; null for the app's own tenant
 * @param scope scope of the blocked calls; the name of a target is not included
 * @param closedFor time since the first refusal
 * @param opensIn time until the next attempt of one call; zero while that call is in
 * progress
 */
public record ClosedGate(@Nullable String operation, @Nullable TenantKey tenant, RefusalScope scope, Duration closedFor,
		Duration opensIn) {

	/** Closure after which a gate counts as closed for long. */
	public static final Duration LASTING = Duration.ofMinutes(1);

	/**
	 * Returns whether the gate is closed for more than a minute.
	 * @return whether the time since the first refusal and the time until the next
	 * attempt are more than a minute together
	 */
	public boolean lasts() {
		return this.closedFor.plus(this.opensIn).compareTo(LASTING) > 0;
	}

}
