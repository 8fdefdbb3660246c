package io.ephemeral.feishu.auth;

import io.ephemeral.feishu.FeishuException;

/**
 * Exception thrown when a call of a self-built app names a tenant, or a call of a store
 * app does not. Nothing was sent.
 */
public class TenantMismatchException extends FeishuException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param message complete message
	 */
	public TenantMismatchException(String message) {
		super(message);
	}

	static TenantMismatchException ofStoreApp() {
		return new TenantMismatchException("The call was not sent, because a call of a store app needs a tenant "
				+ "and this call has none; set it with forTenant(tenantKey), or with FeishuAttributes.tenant(tenantKey)");
	}

	static TenantMismatchException ofSelfBuiltApp() {
		return new TenantMismatchException(
				"The call was not sent, because it names a tenant, but a self-built app works "
						+ "for its own tenant only; remove forTenant(…), or set feishu.app-type to store if the app is a store app");
	}

}
