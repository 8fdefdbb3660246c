package io.ephemeral.feishu.autoconfigure;

/**
 * Name of an operation as operators see it.
 */
final class ShownOperation {

	private ShownOperation() {
	}

	/**
	 * Shows a name.
	 * @return the name; {@code other} for a path without names for its ids
	 */
	static String of(String operation) {
		return (operation.indexOf('/') >= 0 && operation.indexOf('{') < 0) ? "other" : operation;
	}

}
