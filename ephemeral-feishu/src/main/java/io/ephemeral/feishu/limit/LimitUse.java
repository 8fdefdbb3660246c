package io.ephemeral.feishu.limit;

import java.util.List;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

/**
 * Use of the limits of one operation at an instant. Targets are counted, but not named.
 *
 * @param operation name under which the operation is counted
 * @param tenant tenant of a store app; null for the app's own
 * @param waiting number of calls that wait for a permit
 * @param underWay number of calls that hold a permit and have no answer yet
 * @param windows windows of the app
 * @param targets number of chats or messages with calls in their windows, at least
 * @param fullestTarget windows of a target, each with the largest use of any target;
 * empty if the operation has none
 */
public record LimitUse(String operation, @Nullable TenantKey tenant, int waiting, int underWay, List<WindowUse> windows,
		int targets, List<WindowUse> fullestTarget) {

	public LimitUse {
		windows = List.copyOf(windows);
		fullestTarget = List.copyOf(fullestTarget);
	}

	/**
	 * Use of one window.
	 *
	 * @param limit limit of this instance of the application
	 * @param used number of calls that count now
	 */
	public record WindowUse(RateWindow limit, int used) {
	}

}
