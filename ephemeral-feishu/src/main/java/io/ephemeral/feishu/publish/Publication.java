package io.ephemeral.feishu.publish;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.group.GroupCard;
import org.jspecify.annotations.Nullable;

/**
 * Publication of the outcome of an ephemeral card.
 *
 * @param card the public card
 * @param notDeleted error of the deletion of the ephemeral card, which may still be
 * shown; the deletion or the publication may be repeated. Null if the card was deleted
 */
public record Publication(GroupCard card, @Nullable FeishuException notDeleted) {

	/**
	 * Returns whether the ephemeral card was deleted.
	 * @return false if the viewer may still see it
	 */
	public boolean isComplete() {
		return this.notDeleted == null;
	}

}
