package io.ephemeral.feishu.limit;

import java.time.Duration;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A call that wants to leave.
 *
 * @param operation name of the operation, such as {@code ephemeral.send}
 * @param tenant the tenant in which a store app calls; null for the app's own
 * @param target what the call goes to, usually the id of a chat; null if calls of the
 * operation are not distinguished
 * @param priority order among calls that wait
 * @param maxWait how long the call may wait for its permit; the limiter's own default
 * when absent
 */
public record PermitRequest(String operation, @Nullable TenantKey tenant, @Nullable String target,
		CallPriority priority, @Nullable Duration maxWait) {

	public PermitRequest {
		Assert.hasText(operation, "'operation' must not be blank");
		Assert.isTrue(maxWait == null || !maxWait.isNegative(), "'maxWait' must not be negative");
	}

	/**
	 * A call for which a person is waiting.
	 * @param operation name of the operation
	 * @param target what the call goes to; null if calls of the operation are not
	 * distinguished
	 * @return the request with the default wait
	 */
	public static PermitRequest of(String operation, @Nullable String target) {
		return new PermitRequest(operation, null, target, CallPriority.INTERACTIVE, null);
	}

	/**
	 * Sets the priority.
	 * @param priority the priority
	 * @return the request with that priority
	 */
	public PermitRequest priority(CallPriority priority) {
		return new PermitRequest(this.operation, this.tenant, this.target, priority, this.maxWait);
	}

	/**
	 * Sets how long the call may wait.
	 * @param maxWait zero or more
	 * @return the request with that wait
	 */
	public PermitRequest maxWait(Duration maxWait) {
		return new PermitRequest(this.operation, this.tenant, this.target, this.priority, maxWait);
	}

}
