package io.ephemeral.feishu.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.simulator.ConnectionFault;
import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.ShownToast;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

/**
 * The long connection of a whole application.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@ExtendWith(LongDeadlines.class)
class LongConnectionTests {

	private static final String ENDPOINT = "/callback/ws/endpoint";

	private final LongConnectionApplication application = new LongConnectionApplication();

	private final FeishuSimulator feishu = this.application.feishu;

	@AfterEach
	void stop() {
		this.application.close();
	}

	@Test
	void connectionWhenSilentThenAnotherOpensWithinTwoIntervals() {
		this.feishu.longConnections().reconnect(-1, Duration.ofSeconds(1), Duration.ZERO);
		LongDeadlines.withLateReplies(() -> {
			this.application.start("feishu.long-connection.ping-interval=1s");

			this.feishu.longConnections().meet(ConnectionFault.silence());

			// The interval of the platform is two minutes, the time for a pong ten.
			return await().atMost(Duration.ofMinutes(1))
				.until(() -> this.application.connection().status().connections(), (opened) -> opened >= 2);
		});
		assertThat(this.application.cardOf(this.feishu.createChat("ada"), "ada").press("Work")).isPresent();
	}

	@Test
	void closeWhenClicksAreUnderWayThenAllAreAcknowledgedAndReachThePlatform() {
		this.application.start("feishu.rate-limit.enabled=false", "spring.lifecycle.timeout-per-shutdown-phase=10m");
		SimulatedChat chat = this.feishu.createChat("ada");
		ShownCard card = this.application.cardOf(chat, "ada");
		this.application.bot().mayGoOn = new CountDownLatch(1);
		this.application.bot().sends = true;
		List<Optional<ShownToast>> toasts = Collections.synchronizedList(new ArrayList<>());
		Flux.range(0, 50)
			.flatMap((click) -> this.application.inBackground(() -> card.press("Work")), 50)
			.subscribe(toasts::add);
		await().until(() -> this.application.bot().clicks.size() == 50);

		long start = System.nanoTime();
		this.application.context().close();

		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LongDeadlines.LENGTH.dividedBy(2));
		await().until(() -> toasts.size() == 50);
		assertThat(toasts)
			.allSatisfy((toast) -> assertThat(toast).get().extracting(ShownToast::content).isEqualTo("done"));
		assertThat(chat.seenBy("ada")).extracting(ShownCard::title).hasSize(51).contains("Afterwards");
	}

	@Test
	void healthWhenConnectedThenIsShownInTheEndpointToo() {
		this.application.startServer();

		await().until(() -> this.feishu.longConnections().open() == 1);

		await().untilAsserted(() -> assertThat(actuator("health")).contains("\"state\":\"connected\"", "\"lastPong\""));
		assertThat(actuator("feishu")).contains("\"state\":\"connected\"", "\"reconnects\":0");
	}

	@Test
	void healthWhenRefusedThenIsDownWithTheRemedy() {
		this.feishu.faults().on(ENDPOINT).all().meet(Fault.connectionRefused(1000040345));

		this.application.startServer();

		await().untilAsserted(() -> assertThat(actuator("health")).contains("\"status\":\"DOWN\"",
				"\"state\":\"waiting\"", "1000040345", "check feishu.app-id"));
		assertThat(actuator("feishu")).contains("\"state\":\"waiting\"", "check feishu.app-id");
	}

	@Test
	void healthWhenPlatformIsDownThenIsDown() {
		this.feishu.close();

		this.application.startServer();

		await().untilAsserted(() -> assertThat(actuator("health")).contains("\"status\":\"DOWN\"",
				"connection.open was not sent, because there is no connection to"));
		assertThat(actuator("feishu")).contains("connection.open was not sent");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void startWhenAppIsStoreAppThenFailsWithAnalysis(CapturedOutput output) {
		SpringApplicationBuilder application = this.application.builder(WebApplicationType.NONE,
				"feishu.app-type=store");

		assertThatException().isThrownBy(application::run);

		assertThat(output).contains("APPLICATION FAILED TO START", "to self-built apps only",
				"Remove 'feishu.long-connection.enabled'");
	}

	private String actuator(String endpoint) {
		URI uri = URI
			.create("http://127.0.0.1:" + this.application.context().getEnvironment().getProperty("local.server.port")
					+ "/actuator/" + endpoint);
		return HttpClient.newHttpClient()
			.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
			.join()
			.body();
	}

}
