package io.ephemeral.feishu.error;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/**
 * Reason for a missing connection, and the settings to check. The message contains all
 * settings, because the wrong one is usually not known.
 *
 * @param kind kind of problem
 * @param words message of the HTTP client, which contains addresses
 */
record ConnectionProblem(Kind kind, String words) {

	private static final int MAX_WORDS = 300;

	static ConnectionProblem of(Throwable error) {
		List<Throwable> chain = chain(error);
		Kind kind = Arrays.stream(Kind.values())
			.filter((candidate) -> chain.stream().anyMatch(candidate::isShownBy))
			.findFirst()
			.orElse(Kind.OTHER);
		return new ConnectionProblem(kind, words(kind, chain));
	}

	private static List<Throwable> chain(Throwable error) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		List<Throwable> chain = new ArrayList<>();
		for (Throwable cause = error; cause != null && seen.add(cause); cause = cause.getCause()) {
			chain.add(cause);
		}
		return chain;
	}

	/**
	 * Returns the message of the cause that shows the kind, or else the first message.
	 * The HTTP client of the JDK has no message for most problems.
	 */
	private static String words(Kind kind, List<Throwable> chain) {
		List<Throwable> telling = chain.stream().filter(kind::isShownBy).toList();
		return Stream.concat(telling.stream(), chain.stream())
			.map((cause) -> (cause.getMessage() != null) ? PrintableText.of(cause.getMessage(), MAX_WORDS).strip() : "")
			.filter((words) -> !words.isEmpty())
			.findFirst()
			.orElseGet(() -> (telling.isEmpty() ? chain : telling).get(0).getClass().getSimpleName());
	}

	/**
	 * Returns whether a proxy refused the connection. Netty has a type for this error.
	 * The type is compared by name, because the application may use another HTTP client.
	 * The JDK has only a message.
	 */
	static boolean isOfProxy(Throwable error) {
		for (Class<?> type = error.getClass(); type != null; type = type.getSuperclass()) {
			if (type.getName().equals("io.netty.handler.proxy.ProxyConnectException")) {
				return true;
			}
		}
		return error.getMessage() != null && error.getMessage().startsWith("Tunnel failed");
	}

	/**
	 * Describes the problem with a host.
	 * @param address URL on the host
	 * @return the text after <em>there is no connection to</em>
	 */
	String describe(URI address) {
		String scheme = (address.getScheme() != null) ? address.getScheme().toLowerCase(Locale.ROOT) : "https";
		String host = scheme + "://" + address.getHost() + ((address.getPort() >= 0) ? ":" + address.getPort() : "");
		String proxy = "the proxy of the JVM (" + scheme + ".proxyHost, " + scheme + ".proxyPort)";
		return host + ": " + (this.kind.description.isEmpty() ? this.words
				: this.kind.description + " (" + this.words + "); " + this.kind.advice.formatted(proxy));
	}

	/**
	 * Kinds of problems, in the order in which they are checked.
	 */
	enum Kind {

		/** A proxy refused the connection. */
		PROXY("the proxy does not let the call through",
				"check %s, and allow this host in the proxy; feishu.base-url or feishu.region sets the host"),

		UNKNOWN_HOST("the name of the host is unknown",
				"check feishu.base-url and feishu.region, or set %s if only a proxy knows the name"),

		TLS("this machine does not trust the certificate of the host, or the host does not use TLS",
				"check feishu.base-url and feishu.region; if %s decrypts connections, set feishu.http.ssl.bundle to a bundle that trusts its certificate"),

		UNREACHABLE("the host cannot be reached",
				"check feishu.base-url and feishu.region, or set %s if only a proxy leads out of this network"),

		/** Another problem, such as a connection that was closed before its use. */
		OTHER("", "");

		private final String description;

		private final String advice;

		Kind(String description, String advice) {
			this.description = description;
			this.advice = advice;
		}

		private boolean isShownBy(Throwable error) {
			return switch (this) {
				case PROXY -> isOfProxy(error);
				case UNKNOWN_HOST ->
					error instanceof UnknownHostException || error instanceof UnresolvedAddressException;
				case TLS -> error instanceof SSLException || error instanceof CertificateException;
				case UNREACHABLE -> error instanceof ConnectException || error instanceof NoRouteToHostException
						|| error instanceof HttpConnectTimeoutException;
				case OTHER -> false;
			};
		}

	}

}
