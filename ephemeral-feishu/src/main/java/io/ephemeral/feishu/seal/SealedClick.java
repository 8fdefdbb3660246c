package io.ephemeral.feishu.seal;

import java.util.Set;

import io.ephemeral.feishu.Viewer;

/**
 * Click on a sealed component.
 *
 * @param seal text of the seal; any text, because it comes from the user's client
 * @param action name of the action in the click
 * @param place tenant and chat of the click
 * @param operators all ids of the user who clicked
 */
public record SealedClick(String seal, String action, SealPlace place, Set<Viewer> operators) {

	public SealedClick {
		operators = Set.copyOf(operators);
	}

	@Override
	public String toString() {
		return "SealedClick";
	}

}
