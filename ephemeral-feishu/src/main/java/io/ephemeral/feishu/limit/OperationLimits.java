package io.ephemeral.feishu.limit;

import java.util.List;

import org.springframework.util.Assert;

/**
 * What the platform takes of one operation.
 *
 * @param countedAs name under which the operation is counted; operations that share their
 * limits have the same
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
