package io.ephemeral.feishu.autoconfigure;

/**
 * The two kinds of app.
 */
public enum AppType {

	/**
	 * Made by a company for itself; has one token.
	 */
	CUSTOM,

	/**
	 * Published in the app store, and installed by companies; has a token for each, and
	 * obtains them with the ticket that the platform pushes.
	 */
	STORE

}
