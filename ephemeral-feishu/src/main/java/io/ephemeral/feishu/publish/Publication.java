package io.ephemeral.feishu.publish;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.group.GroupCard;
import org.jspecify.annotations.Nullable;

/**
 * Result of publishing the outcome of a private card.
 *
 * @param card what everybody sees
 * @param notDeleted why the private card may still be there; it does no harm to delete or
 * publish it again. Absent when it is gone
 */
public record Publication(GroupCard card, @Nullable FeishuException notDeleted) {

	/**
	 * Returns whether the private card is gone.
	 * @return false if it may still be there
	 */
	public boolean isComplete() {
		return this.notDeleted == null;
	}

}
