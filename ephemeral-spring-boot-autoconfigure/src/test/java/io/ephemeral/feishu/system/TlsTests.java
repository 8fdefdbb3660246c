package io.ephemeral.feishu.system;

import java.io.IOException;
import java.nio.file.Path;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.error.ConnectionFailedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A platform whose certificate is known to one SSL bundle only.
 */
@ExtendWith(LongDeadlines.class)
class TlsTests {

	private static final String PASSWORD = "changeit";

	@TempDir
	static Path directory;

	private static WireMockServer platform;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, FeishuAutoConfiguration.class))
		.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1", "feishu.retry.max-attempts=1",
				"feishu.base-url=https://127.0.0.1:" + platform.httpsPort(),
				"spring.ssl.bundle.jks.platform.truststore.location=file:" + keyStore(),
				"spring.ssl.bundle.jks.platform.truststore.password=" + PASSWORD,
				"spring.ssl.bundle.jks.platform.truststore.type=PKCS12");

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		createKeyStore();
		platform = new WireMockServer(WireMockConfiguration.options()
			.bindAddress("127.0.0.1")
			.httpDisabled(true)
			.dynamicHttpsPort()
			.keystorePath(keyStore().toString())
			.keystoreType("PKCS12")
			.keystorePassword(PASSWORD)
			.keyManagerPassword(PASSWORD));
		platform.start();
		platform.stubFor(post("/open-apis/auth/v3/tenant_access_token/internal")
			.willReturn(okJson("{\"code\":0,\"tenant_access_token\":\"t-1\",\"expire\":7200}")));
		platform.stubFor(post("/open-apis/ephemeral/v1/send")
			.willReturn(okJson("{\"code\":0,\"data\":{\"message_id\":\"om_1\"}}")));
	}

	@AfterAll
	static void stop() {
		platform.stop();
	}

	@Test
	void sendWhenBundleTrustsThePlatformThenIsSent() {
		this.runner.withPropertyValues("feishu.http.ssl.bundle=platform").run((context) -> {
			send(context.getBean(EphemeralCardOperations.class));

			assertThat(platform.getAllServeEvents()).hasSize(2);
			platform.resetRequests();
		});
	}

	@Test
	void sendWhenCertificateIsNotTrustedThenNothingIsSent() {
		this.runner.run((context) -> {
			assertThatExceptionOfType(ConnectionFailedException.class)
				.isThrownBy(() -> send(context.getBean(EphemeralCardOperations.class)));

			assertThat(platform.getAllServeEvents()).isEmpty();
		});
	}

	private static void send(EphemeralCardOperations cards) {
		cards.send(new ChatId("oc_1"), Viewer.openId("ou_1"), Card.builder().title("Lunch?").build());
	}

	private static Path keyStore() {
		return directory.resolve("platform.p12");
	}

	private static void createKeyStore() throws IOException, InterruptedException {
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "platform", "-keyalg", "RSA", "-dname", "CN=platform", "-ext",
				"san=ip:127.0.0.1", "-keystore", keyStore().toString(), "-storetype", "PKCS12", "-storepass", PASSWORD)
			.inheritIO()
			.start();
		assertThat(keytool.waitFor()).isZero();
	}

}
