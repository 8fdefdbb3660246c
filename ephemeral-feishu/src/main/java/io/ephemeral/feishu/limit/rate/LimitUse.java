package io.ephemeral.feishu.limit.rate;

import java.util.List;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

/**
 * Use of the limits of one operation at an instant. It contains the number of targets,
 * but not their names.
 *
 * @param operation name of the operation in the limits
 * @param tenant tenant of a store app; null for the app's own tenant
 * @param waiting number of calls that wait for a permit
 * @param underWay number of calls that hold a permit and have no response yet
 * @param windows use of the windows of the app
 * @param targets number of chats or messages in memory, which includes all with calls in
 * their windows
 * @param fullestTarget windows of a target, each with the largest use of any target;
 * empty if the operation has no limits for a target
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
	 * @param used number of calls in the window
	 */
	public record WindowUse(RateWindow limit, int used) {
	}

}
