package io.ephemeral.feishu.test;

import java.net.URI;

import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Connection details of an app without a platform. The secret seals cards.
 */
final class NoPlatform implements FeishuConnectionDetails {

	/** Clients that fail at each call. */
	static WebClient client() {
		return WebClient.builder()
			.exchangeFunction((request) -> Mono
				.error(() -> new IllegalStateException("A @CardActionTest has no platform" + " for the call "
						+ request.method() + " " + request.url().getPath()
						+ "; replace the template with a mock, such as a @MockitoBean, or use @SpringBootTest, which starts"
						+ " the simulator")))
			.build();
	}

	@Override
	public URI getBaseUrl() {
		return URI.create("https://platform.invalid");
	}

	@Override
	public AppCredentials getCredentials() {
		return new AppCredentials("cli_test", "secret-of-a-test");
	}

}
