package io.ephemeral.feishu.client;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.function.Predicate;

import javax.net.ssl.SSLHandshakeException;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.FeishuException.Effect;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.FeishuApiException;
import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Outcome of a call that finally failed. Errors that leave the outcome unknown become a
 * {@link DeliveryUnknownException}.
 */
final class CallOutcome {

	/**
	 * Failures before a request is written. They matter for requests that the HTTP client
	 * accepts before it has a connection. A certificate is refused during the handshake;
	 * other TLS failures may come later.
	 */
	private static final List<Class<? extends Throwable>> BEFORE_REQUEST = List.of(ConnectException.class,
			NoRouteToHostException.class, UnknownHostException.class, HttpConnectTimeoutException.class,
			CertificateException.class, SSLHandshakeException.class);

	/**
	 * Exception of Reactor Netty for a pooled connection that was closed before the
	 * headers were written. It is compared by name, because the application may use
	 * another HTTP client.
	 */
	private static final String CLOSED_BEFORE_REQUEST = "reactor.netty.channel.AbortedException: Connection has been closed BEFORE send operation";

	private CallOutcome() {
	}

	/**
	 * Converts errors of the HTTP client and failures of the platform, also for the
	 * application's own calls.
	 */
	static Throwable describe(String operation, Throwable error) {
		if (error instanceof WebClientRequestException noResponse) {
			return noResponse(operation, noResponse);
		}
		return (error instanceof FeishuApiException answer && answer.operation().equals(operation)
				&& answer.effect() == Effect.UNKNOWN)
						? new DeliveryUnknownException(operation,
								answer.getMessage() + "; whether it had an effect is unknown", answer)
						: error;
	}

	private static FeishuException noResponse(String operation, WebClientRequestException error) {
		return new DeliveryUnknownException(operation,
				operation + " got no response, so whether it had an effect is unknown; it was not repeated", error);
	}

	/**
	 * Returns whether the error certainly occurred before the HTTP client sent the
	 * request that it had accepted.
	 */
	static boolean isBeforeRequest(@Nullable Throwable error) {
		return isCausedBy(error, (cause) -> BEFORE_REQUEST.stream().anyMatch((type) -> type.isInstance(cause))
				|| CLOSED_BEFORE_REQUEST.equals(cause.toString()) || ConnectionFailedException.isOfProxy(cause));
	}

	/**
	 * Returns whether the TLS handshake failed. No server reads a request before the end
	 * of the handshake.
	 */
	static boolean isOfHandshake(@Nullable Throwable error) {
		return isCausedBy(error, SSLHandshakeException.class::isInstance);
	}

	private static boolean isCausedBy(@Nullable Throwable error, Predicate<Throwable> test) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (test.test(cause)) {
				return true;
			}
		}
		return false;
	}

}
