package io.ephemeral.feishu.autoconfigure;

/**
 * The two kinds of app.
 */
public enum AppType {

	/**
	 * Self-built app: one tenant makes it for itself. It has one token.
	 */
	CUSTOM,

	/**
	 * Store app: many tenants install it from the app store. It has one token for each
	 * tenant, and needs the app ticket that the platform pushes.
	 */
	STORE

}
