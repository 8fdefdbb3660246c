package io.ephemeral.feishu.registration;

import java.net.URI;

/**
 * Platform to which a tenant belongs.
 */
public enum TenantBrand {

	/**
	 * Feishu, in China.
	 */
	FEISHU("https://accounts.feishu.cn"),

	/**
	 * Lark, elsewhere.
	 */
	LARK("https://accounts.larksuite.com");

	private final URI accounts;

	TenantBrand(String accounts) {
		this.accounts = URI.create(accounts);
	}

	/**
	 * Returns the address that registers apps.
	 * @return scheme and host
	 */
	public URI accounts() {
		return this.accounts;
	}

}
