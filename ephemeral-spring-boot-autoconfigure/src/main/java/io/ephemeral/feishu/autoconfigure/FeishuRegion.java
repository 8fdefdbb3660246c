package io.ephemeral.feishu.autoconfigure;

import java.net.URI;

/**
 * The two platforms. Their accounts, apps and tokens are separate.
 */
public enum FeishuRegion {

	/**
	 * Feishu, in China.
	 */
	FEISHU("https://open.feishu.cn"),

	/**
	 * Lark, elsewhere.
	 */
	LARK("https://open.larksuite.com");

	private final URI baseUrl;

	FeishuRegion(String baseUrl) {
		this.baseUrl = URI.create(baseUrl);
	}

	/**
	 * Returns the address of the platform.
	 * @return scheme and host
	 */
	public URI baseUrl() {
		return this.baseUrl;
	}

}
