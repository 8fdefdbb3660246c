package io.ephemeral.feishu.connection;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Permission to open one connection.
 *
 * @param url address with secrets in its query, which is passed on byte for byte and
 * never printed
 * @param connectionId the platform's id of the connection, for logs
 * @param service number of the service, for pings
 * @param settings times of the connection
 */
record ConnectionTicket(URI url, String connectionId, int service, ConnectionSettings settings) {

	/**
	 * Reads the address.
	 * @throws IllegalArgumentException if it is not an address for a WebSocket, or not
	 * encrypted although the host is another one
	 */
	static ConnectionTicket of(String url, ConnectionSettings settings) {
		URI address = parse(url);
		requireEncryption(address);
		MultiValueMap<String, String> query = UriComponentsBuilder.fromUri(address).build().getQueryParams();
		return new ConnectionTicket(address, text(query, "device_id"), number(text(query, "service_id")), settings);
	}

	private static URI parse(String url) {
		try {
			return URI.create(url);
		}
		catch (IllegalArgumentException ex) {
			// Its message quotes the address.
			throw new IllegalArgumentException("The platform returned an address that is not a valid URI");
		}
	}

	private static void requireEncryption(URI address) {
		boolean encrypted = "wss".equalsIgnoreCase(address.getScheme());
		boolean local = "ws".equalsIgnoreCase(address.getScheme()) && isLoopback(address.getHost());
		if (address.getHost() == null || !(encrypted || local)) {
			throw new IllegalArgumentException("The platform returned an address with the scheme '"
					+ address.getScheme() + "' and the host '" + address.getHost() + "' instead of wss");
		}
	}

	/** Looks up no host of a name, so that a foreign name server decides nothing. */
	private static boolean isLoopback(String host) {
		if (host == null || !(host.equals("localhost") || host.startsWith("[") || host.matches("[\\d.]+"))) {
			return false;
		}
		try {
			return InetAddress.getByName(host).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	private static String text(MultiValueMap<String, String> query, String name) {
		String value = query.getFirst(name);
		return (value != null && value.matches("[\\w.-]{1,64}")) ? value : "";
	}

	private static int number(String text) {
		try {
			return text.isEmpty() ? 0 : Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	@Override
	public String toString() {
		return "ConnectionTicket[" + this.connectionId + "]";
	}

}
