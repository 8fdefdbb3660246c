package io.ephemeral.feishu.callback;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import io.ephemeral.feishu.InvalidHandlerException;
import io.ephemeral.feishu.action.TypedAction;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Handlers by their actions.
 */
public final class CardActionHandlers {

	private final Map<String, CardActionHandler> handlers = new HashMap<>();

	/**
	 * Creates the collection of handlers.
	 * @param handlers any number of handlers
	 * @throws InvalidHandlerException if two handlers have the same action, if the name
	 * of an action is blank, or if an action of a sealed family has no handler
	 */
	public CardActionHandlers(Collection<? extends CardActionHandler> handlers) {
		handlers.forEach(this::add);
		handlers.stream()
			.filter(CardActionMethod.class::isInstance)
			.map(CardActionMethod.class::cast)
			.forEach(this::checkRelatives);
	}

	private void checkRelatives(CardActionMethod handler) {
		List<String> missing = handler.relatives()
			.stream()
			.filter((type) -> !this.handlers.keySet().containsAll(TypedAction.namesOf(type)))
			.map(Class::getName)
			.toList();
		InvalidHandlerException.require(missing.isEmpty(),
				() -> handler + " handles an action of a sealed family, but " + missing
						+ " of the same family have no handler",
				"Add a @CardAction method with a parameter of each type");
	}

	private void add(CardActionHandler handler) {
		for (String action : handler.actions()) {
			InvalidHandlerException.require(StringUtils.hasText(action),
					() -> "The name of an action of " + handler + " is blank", "Set it to the name in the card");
			CardActionHandler other = this.handlers.putIfAbsent(action, handler);
			InvalidHandlerException.require(other == null,
					() -> "The card action '" + action + "' is handled twice: by " + other + " and by " + handler,
					"Give one of them another name; a record gets it with @ActionName");
		}
	}

	private CardActionHandlers(Map<String, CardActionHandler> handlers) {
		this.handlers.putAll(handlers);
	}

	/**
	 * Returns handlers with other code around each of them.
	 * @param surrounding function from a handler to the handler with the code around it
	 * @return handlers of the same actions
	 */
	public CardActionHandlers around(UnaryOperator<CardActionHandler> surrounding) {
		Map<String, CardActionHandler> surrounded = new HashMap<>(this.handlers);
		surrounded.replaceAll((action, handler) -> surrounding.apply(handler));
		return new CardActionHandlers(surrounded);
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
