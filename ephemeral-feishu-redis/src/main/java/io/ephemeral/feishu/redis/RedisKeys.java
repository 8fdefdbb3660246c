package io.ephemeral.feishu.redis;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Names of the keys of one app in Redis, such as
 * {@code feishu:{https://open.feishu.cn|cli_1|tenant-1}:token}. All keys of an app in a
 * tenant have the same hash tag, so a Redis Cluster keeps them in one slot. The tenants
 * of a store app are spread over the cluster.
 *
 * @param prefix first part of all keys; must have text and no braces
 * @param baseUrl base URL of the platform
 * @param appId id of the app
 */
public record RedisKeys(String prefix, URI baseUrl, String appId) {

	private static final int HASH_BYTES = 16;

	public RedisKeys {
		Assert.hasText(prefix, "'prefix' must not be empty");
		Assert.isTrue(prefix.indexOf('{') == -1 && prefix.indexOf('}') == -1, "'prefix' must not contain braces");
		Assert.hasText(appId, "'appId' must not be empty");
	}

	/**
	 * Returns the name of a key.
	 * @param tenantKey the {@code tenant_key} of the tenant; null for a key that has no
	 * tenant
	 * @param parts further parts of the name
	 */
	String key(@Nullable String tenantKey, String... parts) {
		String tag = this.baseUrl + "|" + this.appId + ((tenantKey != null) ? "|" + tenantKey : "");
		return this.prefix + ":{" + tag.replace("}", "%7D") + "}:" + String.join(":", parts);
	}

	/**
	 * Returns a part of a name that does not reveal its value: a target can be the
	 * address of a person.
	 */
	static String hidden(String value) {
		byte[] hash = sha256().digest(value.getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(Arrays.copyOf(hash, HASH_BYTES));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This Java runtime has no SHA-256", ex);
		}
	}

}
