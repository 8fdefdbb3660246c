package io.ephemeral.feishu.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.ErrorCategory;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What a newcomer reads when the first card fails, because the application is not set up
 * right. Each message names the properties to look at.
 */
@ParameterizedClass
@ValueSource(strings = { "reactor", "jdk" })
class SetupMistakesTests {

	private static final String TOKEN = "/open-apis/auth/v3/tenant_access_token/internal";

	/** A name that no name server may know. */
	private static final String NOWHERE = "https://open.feishu.invalid";

	private final ApplicationContextRunner runner;

	SetupMistakesTests(String engine) {
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(FeishuAutoConfiguration.class, HttpClientAutoConfiguration.class,
					ReactiveHttpClientAutoConfiguration.class))
			.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1", "feishu.retry.max-attempts=1",
					"spring.http.clients.reactive.connector=" + engine);
	}

	@Test
	void messageWhenAppIdIsWrongThenNamesIdSecretAndRegion() {
		FeishuApiException error = refusal("cli_other", "secret-1");

		assertThat(error).hasMessageStartingWith("auth.tenant_access_token was refused: ")
			.hasMessageContaining("check feishu.app-id, feishu.app-secret and feishu.region");
	}

	@Test
	void messageWhenSecretIsWrongThenNamesIt() {
		FeishuApiException error = refusal("cli_1", "secret-other");

		assertThat(error).hasMessageStartingWith("auth.tenant_access_token was refused: 10015 ")
			.hasMessageContaining("check feishu.app-id and feishu.app-secret");
	}

	@Test
	void messageWhenAppIsOfTheOtherPlatformThenNamesTheRegion() {
		try (FeishuSimulator feishu = FeishuSimulator.builder().credentials("cli_1", "secret-1").start()) {
			feishu.faults().on(TOKEN).next().meet(Fault.error(200, 10014, "app id not exists"));

			FeishuException error = failure("feishu.base-url=" + feishu.baseUrl(), "feishu.region=lark");

			assertThat(error).hasMessageStartingWith("auth.tenant_access_token was refused: 10014 app id not exists")
				.hasMessageEndingWith("check feishu.app-id, feishu.app-secret and feishu.region");
		}
	}

	@Test
	void messageWhenHostIsUnknownThenNamesBaseUrlRegionAndProxy() {
		FeishuException error = failure("feishu.base-url=" + NOWHERE);

		assertThat(error).isInstanceOf(ConnectionFailedException.class)
			.hasMessageStartingWith("auth.tenant_access_token was not sent, because there is no connection to "
					+ NOWHERE + ": the name of the host is unknown (")
			.hasMessageEndingWith("); check feishu.base-url and feishu.region, or set the proxy of the JVM "
					+ "(https.proxyHost, https.proxyPort) if only a proxy knows the name");
	}

	@Test
	void messageWhenProxyBlocksThenNamesProxyBaseUrlAndRegion() throws IOException {
		try (RawServer proxy = new RawServer((request, connection) -> RawServer.send(connection,
				"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"))) {
			FeishuException error = behind(proxy, () -> failure("feishu.base-url=" + NOWHERE));

			assertThat(proxy.requests()).isEqualTo(1);
			assertThat(error).isInstanceOf(ConnectionFailedException.class)
				.hasMessageStartingWith("auth.tenant_access_token was not sent, because there is no connection to "
						+ NOWHERE + ": the proxy does not let the call through (")
				.hasMessageContaining("403")
				.hasMessageEndingWith("); check the proxy of the JVM (https.proxyHost, https.proxyPort), and allow "
						+ "this host in the proxy; feishu.base-url or feishu.region sets the host");
		}
	}

	@Test
	void messageWhenNobodyListensThenNamesBaseUrlRegionAndProxy() throws IOException {
		RawServer closed = new RawServer((request, connection) -> RawServer.succeed(connection));
		closed.close();

		FeishuException error = failure("feishu.base-url=" + closed.url());

		assertThat(error).isInstanceOf(ConnectionFailedException.class)
			.hasMessageContaining(closed.url() + ": the host cannot be reached (")
			.hasMessageContainingAll("feishu.base-url", "feishu.region", "http.proxyHost");
	}

	private FeishuApiException refusal(String appId, String appSecret) {
		try (FeishuSimulator feishu = FeishuSimulator.builder().credentials("cli_1", "secret-1").start()) {
			FeishuException error = failure("feishu.base-url=" + feishu.baseUrl(), "feishu.app-id=" + appId,
					"feishu.app-secret=" + appSecret);

			assertThat(error).isInstanceOf(FeishuApiException.class).hasMessageNotContaining(appSecret);
			assertThat(((FeishuApiException) error).category()).isEqualTo(ErrorCategory.CREDENTIALS);
			return (FeishuApiException) error;
		}
	}

	private FeishuException failure(String... properties) {
		List<FeishuException> failures = new ArrayList<>();
		this.runner.withPropertyValues(properties)
			.run((context) -> failures
				.add(catchThrowableOfType(FeishuException.class, () -> context.getBean(EphemeralCardOperations.class)
					.send(new ChatId("oc_1"), Viewer.openId("ou_1"), Card.builder().title("Lunch?").build()))));
		return failures.get(0);
	}

	private static FeishuException behind(RawServer proxy, Callable<FeishuException> call) {
		return TestPropertyValues
			.of(Map.of("https.proxyHost", "127.0.0.1", "https.proxyPort", Integer.toString(proxy.url().getPort())))
			.applyToSystemProperties(call);
	}

}
