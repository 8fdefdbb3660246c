package io.ephemeral.feishu.limit;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.window.Gate;
import org.jspecify.annotations.Nullable;

/**
 * Calls that share slots.
 *
 * @param limits limits of the operation
 * @param tenant tenant of a store app; null for the app's own tenant
 * @param quota gate of the monthly quota of the tenant
 */
record SlotScope(OperationLimits limits, @Nullable TenantKey tenant, Gate quota) {

	SlotScope dividedBy(int instances) {
		return new SlotScope(this.limits.dividedBy(instances), this.tenant, this.quota);
	}

}
