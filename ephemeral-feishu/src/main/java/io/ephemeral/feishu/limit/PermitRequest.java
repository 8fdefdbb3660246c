package io.ephemeral.feishu.limit;

import java.time.Duration;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Request of a call for its permit.
 *
 * @param operation name of the operation, such as {@code ephemeral.send}
 * @param tenant tenant for which a store app calls; null for the app's own tenant
 * @param target target of the call, usually the id of a chat; null if the operation has
 * no limits for a target
 * @param priority priority among waiting calls
 * @param maxWait maximum wait for the permit; null for the default of the limiter
 */
public record PermitRequest(String operation, @Nullable TenantKey tenant, @Nullable String target,
		CallPriority priority, @Nullable Duration maxWait) {

	public PermitRequest {
		Assert.hasText(operation, "'operation' must not be blank");
		Assert.isTrue(maxWait == null || !maxWait.isNegative(), "'maxWait' must not be negative");
	}

	/**
	 * Creates a request with interactive priority and the default wait.
	 * @param operation name of the operation
	 * @param target target of the call; null if the operation has no limits for a target
	 * @return the request
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
	 * Sets the maximum wait for the permit.
	 * @param maxWait zero or more
	 * @return the request with that wait
	 */
	public PermitRequest maxWait(Duration maxWait) {
		return new PermitRequest(this.operation, this.tenant, this.target, this.priority, maxWait);
	}

}
