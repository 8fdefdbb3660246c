package io.ephemeral.feishu.limit.rate;

import java.util.List;

import org.springframework.util.Assert;

/**
 * Limits of one operation.
 *
 * @param countedAs name for counting; operations with shared limits have the same name
 * @param app windows of the app in one tenant
 * @param target windows of one target, such as a chat
 */
public record OperationLimits(String countedAs, List<RateWindow> app, List<RateWindow> target) {

	public OperationLimits {
		Assert.hasText(countedAs, "'countedAs' must not be blank");
		app = List.copyOf(app);
		target = List.copyOf(target);
	}

	/**
	 * Divides each limit by a number of instances.
	 * @param instances number of instances; at least 1
	 * @return the limits of one instance, with at least 1 call in each window
	 */
	public OperationLimits dividedBy(int instances) {
		return new OperationLimits(this.countedAs, divided(this.app, instances), divided(this.target, instances));
	}

	static List<RateWindow> divided(List<RateWindow> windows, int instances) {
		return windows.stream().map((window) -> window.dividedBy(instances)).toList();
	}

}
