package io.ephemeral.feishu.autoconfigure;

/**
 * Name of an operation in health, metrics and the endpoint. It is public only for these
 * packages; an application does not use it.
 */
public final class ShownOperation {

	private ShownOperation() {
	}

	/**
	 * Returns the name to show for an operation.
	 * @param operation name of the operation, such as {@code ephemeral.send}, or method
	 * and path of a call of the application's own
	 * @return the name; {@code other} for a path that may contain ids
	 */
	public static String of(String operation) {
		return (operation.indexOf('/') >= 0 && operation.indexOf('{') < 0) ? "other" : operation;
	}

}
