package io.ephemeral.feishu.autoconfigure;

import java.net.URI;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Check of addresses to which secrets are sent.
 */
public final class PlatformAddress {

	/** Names and addresses of this machine, found without a DNS query. */
	private static final Pattern LOOPBACK = Pattern.compile("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[::1]",
			Pattern.CASE_INSENSITIVE);

	private PlatformAddress() {
	}

	/**
	 * Requires an address with a scheme and a host, and TLS unless it is of this machine.
	 * @param property name of the property that sets the address
	 * @param address the address
	 * @return the address
	 * @throws InvalidConfigurationPropertyValueException if the address is not usable
	 */
	public static URI require(String property, URI address) {
		requireHost(property, address);
		if (!isSafe(address)) {
			throw new InvalidConfigurationPropertyValueException(property, address,
					"Expected https, because the app secret comes from this address");
		}
		return address;
	}

	/**
	 * Requires an address with a scheme and a host, and TLS unless it is of this machine
	 * or the application does not need it.
	 * @param property name of the property that sets the address
	 * @param address the address
	 * @param http settings of the application
	 * @return the address
	 * @throws InvalidConfigurationPropertyValueException if the address is not usable
	 */
	public static URI require(String property, URI address, FeishuProperties.Http http) {
		requireHost(property, address);
		if (!isSafe(address) && !http.allowInsecure()) {
			throw new InvalidConfigurationPropertyValueException(property, address,
					"Expected https, because the app secret and the tokens are sent to this address; set 'feishu.http.allow-insecure' to true if others in the network may read them");
		}
		return address;
	}

	private static void requireHost(String property, URI address) {
		boolean http = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
		if (!http || address.getHost() == null || !address.getRawPath().matches("/?") || address.getRawQuery() != null
				|| address.getRawFragment() != null || address.getRawUserInfo() != null) {
			// User information may contain a password.
			throw new InvalidConfigurationPropertyValueException(property,
					(address.getRawUserInfo() != null) ? "******" : address,
					"Expected a scheme, a host and optionally a port, such as https://open.feishu.cn");
		}
	}

	private static boolean isSafe(URI address) {
		return "https".equalsIgnoreCase(address.getScheme()) || LOOPBACK.matcher(address.getHost()).matches();
	}

}
