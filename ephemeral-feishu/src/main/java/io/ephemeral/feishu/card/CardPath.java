package io.ephemeral.feishu.card;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a walk through a card is; written only when it is asked for.
 */
final class CardPath {

	private final List<Object> steps = new ArrayList<>();

	void enter(String property) {
		this.steps.add(property);
	}

	void enter(int index) {
		this.steps.add(index);
	}

	void leave() {
		this.steps.remove(this.steps.size() - 1);
	}

	/** The path of a property here. */
	String of(String property) {
		enter(property);
		String path = toString();
		leave();
		return path;
	}

	@Override
	public String toString() {
		StringBuilder path = new StringBuilder();
		for (Object step : this.steps) {
			if (step instanceof Integer) {
				path.append('[').append(step).append(']');
			}
			else {
				path.append(path.isEmpty() ? "" : ".").append(step);
			}
		}
		return path.toString();
	}

}
