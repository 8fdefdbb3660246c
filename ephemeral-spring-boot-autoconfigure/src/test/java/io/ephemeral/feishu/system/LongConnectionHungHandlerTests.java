package io.ephemeral.feishu.system;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import io.ephemeral.feishu.simulator.ConnectionMessage;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.awaitility.Awaitility.await;

class LongConnectionHungHandlerTests extends HungHandlerContract {

	private final ExecutorService platform = Executors.newFixedThreadPool(50);

	@AfterEach
	void stopPlatform() {
		this.platform.shutdown();
	}

	@Override
	ConfigurableApplicationContext run(SpringApplicationBuilder application) {
		return application.web(WebApplicationType.NONE)
			.properties("feishu.simulator.enabled=true", "feishu.long-connection.enabled=true")
			.run();
	}

	@Override
	Function<String, CompletableFuture<Response>> way(ConfigurableApplicationContext application) {
		FeishuSimulator feishu = application.getBean(FeishuSimulator.class);
		await().until(() -> feishu.longConnections().open() == 1);
		return (json) -> CompletableFuture.supplyAsync(() -> push(feishu, json), this.platform);
	}

	private static Response push(FeishuSimulator feishu, String json) {
		feishu.longConnections().push(ConnectionMessage.of(json));
		String id = id(json);
		return feishu.pushedEvents()
			.stream()
			.filter((event) -> event.id().equals(id))
			.reduce((earlier, later) -> later)
			.map((event) -> new Response(event.status(), event.answer()))
			.orElseThrow();
	}

	private static String id(String json) {
		JsonNode callback = JsonMapper.shared().readTree(json);
		return callback.at("/header/event_id").asString(callback.path("uuid").asString(""));
	}

	@Override
	int unavailable() {
		return 500;
	}

}
