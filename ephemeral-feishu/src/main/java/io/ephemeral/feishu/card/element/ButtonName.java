package io.ephemeral.feishu.card.element;

import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.InvalidPropertyException;

/**
 * Names of buttons that contain an action. The platform may report the submit of a form
 * without the value of its button, so that only the name identifies the action.
 * <p>
 * A name that equals the action stays unchanged. Every other name becomes
 * {@code name__action__action}, so that buttons with the same action can have different
 * names. If the action is sealed, {@code __sealed} follows, so that a submit without the
 * value is not taken for one without a seal.
 */
public final class ButtonName {

	private static final String SEPARATOR = "__action__";

	private static final String SEALED = "__sealed";

	private ButtonName() {
	}

	/**
	 * Adds an action to the name of a button.
	 * @param name name of the button
	 * @param action action of the button
	 * @return the name for the card's JSON
	 * @throws InvalidPropertyException if the name itself contains {@code __action__},
	 * which separates the name from the action
	 */
	public static String withAction(String name, String action) {
		if (actionIn(name).equals(action)) {
			return name;
		}
		return checked(name + SEPARATOR + action, name, action);
	}

	/** Adds a sealed action to the name of a button. */
	static String withSealedAction(String name, String action) {
		return checked(name + SEPARATOR + action + SEALED, name, action);
	}

	private static String checked(String both, String name, String action) {
		Check.that(withoutAction(both).equals(name) && actionIn(both).equals(action), "name",
				"must not contain '" + SEPARATOR + "', which separates the name from the action of a button");
		return both;
	}

	/**
	 * Returns the action in the name of a button.
	 * @param name name in the card's JSON
	 * @return the action; the whole name if it contains no separate action
	 */
	public static String actionIn(String name) {
		int end = name.length() - (isSealed(name) ? SEALED.length() : 0);
		return hasAction(name) ? name.substring(name.indexOf(SEPARATOR) + SEPARATOR.length(), end) : name;
	}

	/**
	 * Returns the name of a button without the action.
	 * @param name name in the card's JSON
	 * @return the name that the application gave to the button
	 */
	public static String withoutAction(String name) {
		return hasAction(name) ? name.substring(0, name.indexOf(SEPARATOR)) : name;
	}

	/**
	 * Returns whether a builder has added a separate action to a name.
	 * @param name name in the card's JSON
	 * @return false if the application gave the whole name to the button
	 */
	public static boolean hasAction(String name) {
		int separator = name.indexOf(SEPARATOR);
		return separator > 0 && separator + SEPARATOR.length() < name.length();
	}

	/**
	 * Returns whether the action of a button is sealed.
	 * @param name name in the card's JSON
	 * @return true if a builder has added a sealed action to the name
	 */
	public static boolean isSealed(String name) {
		return name.endsWith(SEALED) && hasAction(name.substring(0, name.length() - SEALED.length()));
	}

}
