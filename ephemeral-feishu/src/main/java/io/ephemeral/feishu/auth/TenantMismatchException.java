package io.ephemeral.feishu.auth;

import io.ephemeral.feishu.FeishuException;

/**
 * A call names a company although the app is a custom app, which serves one, or names
 * none although it is a store app. Nothing was sent.
 */
public class TenantMismatchException extends FeishuException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception for a tenant that does not fit.
	 * @param message the whole sentence
	 */
	public TenantMismatchException(String message) {
		super(message);
	}

	static TenantMismatchException ofStoreApp() {
		return new TenantMismatchException("The call was not sent, because a store app acts for one company at a time "
				+ "and the call names none; name it by forTenant(tenantKey), or by FeishuAttributes.tenant(tenantKey)");
	}

	static TenantMismatchException ofCustomApp() {
		return new TenantMismatchException("The call was not sent, because it names a company and a custom app serves "
				+ "its own only; leave out forTenant(…), or set feishu.app-type to store if the app is one");
	}

}
