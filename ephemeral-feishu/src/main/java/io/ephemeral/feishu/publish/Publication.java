package io.ephemeral.feishu.publish;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.group.GroupCard;
import org.jspecify.annotations.Nullable;

/**
 * What became of a private card: everybody sees its outcome.
 *
 * @param card what everybody sees
 * @param notDeleted why the private card may still be there; it does no harm to delete or
 * publish it again. Absent when it is gone
 */
public record Publication(GroupCard card, @Nullable FeishuException notDeleted) {

	/**
	 * Whether the private card is gone.
	 * @return false if it may still be there
	 */
	public boolean isComplete() {
		return this.notDeleted == null;
	}

}
