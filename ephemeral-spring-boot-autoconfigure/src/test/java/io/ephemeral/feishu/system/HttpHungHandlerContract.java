package io.ephemeral.feishu.system;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Behavior of callbacks over HTTP while handlers hang, on any web server.
 */
abstract class HttpHungHandlerContract extends HungHandlerContract {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	/** The kind of server. */
	abstract WebApplicationType type();

	@Override
	ConfigurableApplicationContext run(SpringApplicationBuilder application) {
		return application.web(type())
			.properties("server.port=0", "server.address=127.0.0.1")
			.properties(SignedRequests.PROPERTIES)
			.run();
	}

	@Override
	Function<String, CompletableFuture<Response>> way(ConfigurableApplicationContext application) {
		SignedRequests requests = SignedRequests.to(application.getEnvironment());
		return (json) -> this.client.sendAsync(requests.signed(json), BodyHandlers.ofString())
			.thenApply((response) -> new Response(response.statusCode(), response.body()));
	}

	@Override
	int unavailable() {
		return 503;
	}

}
