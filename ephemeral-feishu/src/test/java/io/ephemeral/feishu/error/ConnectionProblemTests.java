package io.ephemeral.feishu.error;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.List;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionProblemTests {

	private static final URI ADDRESS = URI.create("https://open.feishu.cn:8443/open-apis/im/v1/chats/oc_1?a=b");

	@ParameterizedTest
	@MethodSource("problems")
	void messageWhenThereIsNoConnectionThenNamesHostSettingsAndProxy(Throwable cause, String problem) {
		assertThat(new ConnectionFailedException("ephemeral.send", ADDRESS, cause))
			.hasMessageStartingWith(
					"ephemeral.send was not sent, because there is no connection to https://open.feishu.cn:8443: "
							+ problem)
			.hasMessageContainingAll("feishu.base-url", "feishu.region", "https.proxyHost", "https.proxyPort")
			.hasMessageNotContainingAny("oc_1", "null")
			.hasCause(cause);
	}

	private static List<Arguments> problems() {
		return List.of(Arguments.of(new ConnectException("Connection refused"), "the host cannot be reached"),
				Arguments.of(new ConnectException(), "the host cannot be reached (ConnectException)"),
				Arguments.of(new NoRouteToHostException("No route to host"), "the host cannot be reached"),
				Arguments.of(new HttpConnectTimeoutException("timed out"), "the host cannot be reached"),
				Arguments.of(new UnknownHostException("open.feishu.cn"), "the name of the host is unknown"),
				Arguments.of(new ConnectException().initCause(new ClosedChannelException()),
						"the host cannot be reached (ConnectException)"),
				Arguments.of(new SSLException("failure when writing", new UnknownHostException("proxy.invalid")),
						"the name of the host is unknown (proxy.invalid)"),
				Arguments.of(new ConnectException().initCause(new UnresolvedAddressException()),
						"the name of the host is unknown (UnresolvedAddressException)"),
				Arguments.of(new SSLHandshakeException("PKIX path building failed"),
						"this machine does not trust the certificate"),
				Arguments.of(new IOException("closed", new CertificateException("expired")),
						"this machine does not trust the certificate"),
				Arguments.of(new IOException("Tunnel failed, got: 403"), "the proxy does not let the call through"));
	}

	@Test
	void messageWhenSchemeIsHttpThenNamesTheProxyForIt() {
		assertThat(ConnectionProblem.of(new ConnectException("x")).describe(URI.create("http://localhost:1/")))
			.startsWith("http://localhost:1: ")
			.contains("http.proxyHost");
	}

	@Test
	void messageWhenConnectionWasClosedThenGivesNoAdvice() {
		assertThat(new ConnectionFailedException("a.b", ADDRESS, new IOException("closed")))
			.hasMessage("a.b was not sent, because there is no connection to https://open.feishu.cn:8443: closed");
	}

	@Test
	void messageWhenWordsOfTheClientAreUnprintableThenIsOneShortLine() {
		assertThat(ConnectionProblem.of(new IOException("a\n\u202eb" + "c".repeat(1000))).words()).startsWith("a bccc")
			.hasSizeLessThan(310);
	}

	@Test
	void problemWhenCausesAreACircleThenEnds() {
		IOException first = new IOException("first");
		first.initCause(new IOException("second", first));

		assertThat(ConnectionProblem.of(first).words()).isEqualTo("first");
	}

}
