package io.ephemeral.feishu.limit.rate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Limits of the platform.
 *
 * @param operations limits by name of the operation
 * @param others windows of each other operation, in one tenant
 * @see <a href="https://open.feishu.cn/document/ukTMukTMukTM/uUzN04SN3QjL1cDN">Rate
 * limits</a>
 */
public record RateLimits(Map<String, OperationLimits> operations, List<RateWindow> others) {

	/** Tier of messages and chats, which the platform does not raise. */
	private static final List<RateWindow> TIER = List.of(RateWindow.perSecond(50), RateWindow.perMinute(1000));

	public RateLimits {
		operations = Map.copyOf(operations);
		others = List.copyOf(others);
	}

	/**
	 * Returns the documented limits. Public messages and replies share the limits of
	 * their chat, so they are counted together if the call names its chat. The other bots
	 * of the chat share these limits too, but their calls are not counted.
	 * @return the default limits
	 */
	public static RateLimits standard() {
		OperationLimits message = new OperationLimits("message.send", TIER, List.of(RateWindow.perSecond(5)));
		return new RateLimits(
				Map.of("ephemeral.send", new OperationLimits("ephemeral.send", TIER, List.of(RateWindow.perSecond(40))),
						"message.send", message, "message.reply", message, "message.update",
						new OperationLimits("message.update", TIER, List.of(RateWindow.perSecond(5)))),
				TIER);
	}

	/**
	 * Divides each limit by a number of instances.
	 * @param instances number of instances; at least 1
	 * @return the limits of one instance, with at least 1 call in each window
	 */
	public RateLimits dividedBy(int instances) {
		Map<String, OperationLimits> divided = new HashMap<>(this.operations);
		divided.replaceAll((operation, limits) -> limits.dividedBy(instances));
		return new RateLimits(divided, OperationLimits.divided(this.others, instances));
	}

	/**
	 * Returns the limits of an operation.
	 * @param operation name of the operation
	 * @return its limits; those of the other operations if it has none of its own
	 */
	public OperationLimits of(String operation) {
		OperationLimits known = this.operations.get(operation);
		return (known != null) ? known : new OperationLimits(operation, this.others, List.of());
	}

}
