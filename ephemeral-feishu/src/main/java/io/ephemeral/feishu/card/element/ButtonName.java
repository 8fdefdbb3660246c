package io.ephemeral.feishu.card.element;

import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.InvalidPropertyException;

/**
 * Names of buttons that carry an action. The platform may report the submit of a form
 * without the value of its button, so that only the name identifies the action.
 * <p>
 * A button that is named like its action needs nothing more. The name of any other is
 * {@code name__action__action}, so that buttons of one action can have different names.
 */
public final class ButtonName {

	private static final String SEPARATOR = "__action__";

	private ButtonName() {
	}

	/**
	 * Adds an action to the name of a button.
	 * @param name name of the button
	 * @param action what the button does
	 * @return the name for the card's JSON
	 * @throws InvalidPropertyException if the name contains {@code __action__} itself, so
	 * that the two could not be distinguished
	 */
	public static String withAction(String name, String action) {
		if (actionIn(name).equals(action)) {
			return name;
		}
		String both = name + SEPARATOR + action;
		Check.that(withoutAction(both).equals(name) && actionIn(both).equals(action), "name",
				"must not contain '" + SEPARATOR + "', which separates the name from the action of a button");
		return both;
	}

	/**
	 * Reads the action from the name of a button.
	 * @param name name in the card's JSON
	 * @return the action; the whole name if it carries none
	 */
	public static String actionIn(String name) {
		return hasAction(name) ? name.substring(name.indexOf(SEPARATOR) + SEPARATOR.length()) : name;
	}

	/**
	 * Reads the name that was given to a button.
	 * @param name name in the card's JSON
	 * @return the name without the action
	 */
	public static String withoutAction(String name) {
		return hasAction(name) ? name.substring(0, name.indexOf(SEPARATOR)) : name;
	}

	/**
	 * Returns whether a name carries an action besides itself, as a builder has written
	 * it.
	 * @param name name in the card's JSON
	 * @return false if the whole name is what the button was named
	 */
	public static boolean hasAction(String name) {
		int separator = name.indexOf(SEPARATOR);
		return separator > 0 && separator + SEPARATOR.length() < name.length();
	}

}
