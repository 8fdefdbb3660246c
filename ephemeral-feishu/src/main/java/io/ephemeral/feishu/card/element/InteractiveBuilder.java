package io.ephemeral.feishu.card.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;

/**
 * The options of components that a member acts on.
 *
 * @param <B> the builder itself
 */
abstract class InteractiveBuilder<B extends InteractiveBuilder<B>> extends ComponentBuilder<B> {

	@Nullable String name;

	final List<Behavior> behaviors = new ArrayList<>();

	@Nullable Confirm confirm;

	InteractiveBuilder() {
	}

	/**
	 * Names the component for callbacks.
	 * @param name needed inside a form, unique in the card
	 * @return this builder
	 */
	public B name(String name) {
		Check.text("name", name);
		this.name = name;
		return self();
	}

	/**
	 * Calls the application back when it is used.
	 * @param action comes back as {@code action.value.action}
	 * @return this builder
	 */
	public B callback(String action) {
		return behavior(Behavior.callback(action));
	}

	/**
	 * Calls the application back when it is used.
	 * @param value comes back as it is, as {@code action.value}; to be treated as input
	 * of the client
	 * @return this builder
	 */
	public B callback(Map<String, ?> value) {
		return behavior(Behavior.callback(value));
	}

	/**
	 * Adds what happens when it is used.
	 * @param behavior a callback or a page to open
	 * @return this builder
	 */
	public B behavior(Behavior behavior) {
		this.behaviors.add(behavior);
		return self();
	}

	/**
	 * Asks before anything happens.
	 * @param title of the question
	 * @param text the question
	 * @return this builder
	 */
	public B confirm(String title, String text) {
		this.confirm = Confirm.of(title, text);
		return self();
	}

}
