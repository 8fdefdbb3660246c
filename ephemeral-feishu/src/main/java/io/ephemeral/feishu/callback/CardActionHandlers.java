package io.ephemeral.feishu.callback;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Handlers by their actions.
 */
public final class CardActionHandlers {

	private final Map<String, CardActionHandler> handlers = new HashMap<>();

	/**
	 * Creates the collection of handlers.
	 * @param handlers any number of handlers
	 * @throws IllegalStateException if two handlers have the same action
	 */
	public CardActionHandlers(Collection<? extends CardActionHandler> handlers) {
		handlers.forEach(this::add);
	}

	private void add(CardActionHandler handler) {
		for (String action : handler.actions()) {
			Assert.hasText(action, () -> "The name of an action of " + handler + " is blank");
			CardActionHandler other = this.handlers.putIfAbsent(action, handler);
			Assert.state(other == null, () -> "The card action '" + action + "' is handled twice: by " + other
					+ " and by " + handler + ". Give one of them another name");
		}
	}

	/**
	 * Returns the actions that have a handler.
	 * @return names of the actions, in alphabetical order
	 */
	public SortedSet<String> actions() {
		return new TreeSet<>(this.handlers.keySet());
	}

	@Nullable CardActionHandler find(@Nullable String action) {
		return this.handlers.get(action);
	}

}
