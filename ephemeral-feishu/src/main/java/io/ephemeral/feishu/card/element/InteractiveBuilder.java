package io.ephemeral.feishu.card.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;

/**
 * Base class for builders of interactive components.
 *
 * @param <B> type of the builder
 */
abstract class InteractiveBuilder<B extends InteractiveBuilder<B>> extends ComponentBuilder<B> {

	@Nullable String name;

	final List<Behavior> behaviors = new ArrayList<>();

	@Nullable Confirm confirm;

	InteractiveBuilder() {
	}

	/**
	 * Sets the name of the component in callbacks.
	 * @param name name, unique in the card; required in a form
	 * @return this builder
	 */
	public B name(String name) {
		Check.text("name", name);
		this.name = name;
		return self();
	}

	/**
	 * Adds a behavior that calls the application back.
	 * @param action action that the application receives as {@code action.value.action}
	 * @return this builder
	 */
	public B callback(String action) {
		return behavior(Behavior.callback(action));
	}

	/**
	 * Adds a behavior that calls the application back.
	 * @param value value that the application receives unchanged as {@code action.value};
	 * to be treated as input of the client
	 * @return this builder
	 */
	public B callback(Map<String, ?> value) {
		return behavior(Behavior.callback(value));
	}

	/**
	 * Adds a behavior that calls the application back with a record.
	 * @param action action with its state; to be treated as input of the client
	 * @return this builder
	 */
	public B callback(TypedAction action) {
		return behavior(Behavior.callback(action));
	}

	/**
	 * Adds a behavior that calls the application back with a sealed record.
	 * @param action action with its state, which nobody can read or change
	 * @param seal condition for clicks
	 * @return this builder
	 */
	public B callback(TypedAction action, Seal seal) {
		return behavior(Behavior.callback(action, seal));
	}

	/**
	 * Adds a behavior.
	 * @param behavior behavior that calls the application back or opens a page
	 * @return this builder
	 */
	public B behavior(Behavior behavior) {
		this.behaviors.add(behavior);
		return self();
	}

	/**
	 * Sets the confirmation dialog that is shown first. By default, there is none.
	 * @param title title of the dialog
	 * @param text question of the dialog
	 * @return this builder
	 */
	public B confirm(String title, String text) {
		this.confirm = Confirm.of(title, text);
		return self();
	}

}
