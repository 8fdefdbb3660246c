package io.ephemeral.feishu.limit;

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

}
