package io.ephemeral.feishu.autoconfigure.simulator;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.ephemeral.feishu.autoconfigure.FeishuWebClientCustomizer;
import io.ephemeral.feishu.simulator.ApplicationActivity;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Calls to the platform, with their waits for the limits and their retries.
 */
final class CallActivity implements ApplicationActivity, FeishuWebClientCustomizer {

	private final Set<ClientRequest> calls = ConcurrentHashMap.newKeySet();

	@Override
	public List<String> running() {
		return this.calls.stream().map((call) -> "call " + call.method() + " " + call.url().getPath()).toList();
	}

	@Override
	public void customize(WebClient.Builder builder) {
		builder.filter((request, next) -> Mono.using(() -> begin(request), next::exchange, this.calls::remove, false));
	}

	private ClientRequest begin(ClientRequest request) {
		this.calls.add(request);
		return request;
	}

}
