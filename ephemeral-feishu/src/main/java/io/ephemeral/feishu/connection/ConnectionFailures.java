package io.ephemeral.feishu.connection;

import java.net.URI;
import java.util.concurrent.TimeoutException;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.FeishuApiErrors;
import io.ephemeral.feishu.error.FeishuApiException;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * Failures to open a connection, with the platform's reason for a refusal.
 */
final class ConnectionFailures {

	/** Status of a handshake that is forbidden. */
	private static final int FORBIDDEN = 403;

	private ConnectionFailures() {
	}

	/**
	 * Returns the error of a failed handshake.
	 * @param address address of the connection, of which only the host is shown
	 */
	static Throwable ofHandshake(URI address, Throwable error) {
		FeishuApiException refusal = refusal(error);
		return (refusal != null) ? refusal
				: (error instanceof FeishuException) ? error
						: new ConnectionFailedException(ConnectionEndpoint.OPERATION,
								URI.create(address.getScheme() + "://" + address.getRawAuthority()), error);
	}

	/** The platform states the reason in headers of its own. */
	private static @Nullable FeishuApiException refusal(Throwable error) {
		if (!(error instanceof WebSocketClientHandshakeException handshake) || handshake.response() == null) {
			return null;
		}
		HttpResponse response = handshake.response();
		int status = number(response.headers().get("Handshake-Status"), response.status().code());
		int code = number(response.headers().get("Handshake-Autherrcode"), (status == FORBIDDEN) ? status : 0);
		if (code == 0) {
			return null;
		}
		String message = response.headers().get("Handshake-Msg", "");
		return FeishuApiException.of(FeishuApiErrors.read(ConnectionEndpoint.OPERATION, HttpStatusCode.valueOf(status),
				HttpHeaders.EMPTY, code, JsonNodeFactory.instance.objectNode().put("msg", message)));
	}

	private static int number(@Nullable String text, int otherwise) {
		return (text != null && text.matches("\\d{3,10}")) ? (int) Math.min(Long.parseLong(text), Integer.MAX_VALUE)
				: otherwise;
	}

	/** Describes an error without addresses of connections. */
	static String describe(Throwable error) {
		if (error instanceof FeishuException known) {
			return String.valueOf(known.getMessage());
		}
		return (error instanceof TimeoutException) ? "the platform did not respond in time"
				: "the connection failed with " + error.getClass().getSimpleName();
	}

}
