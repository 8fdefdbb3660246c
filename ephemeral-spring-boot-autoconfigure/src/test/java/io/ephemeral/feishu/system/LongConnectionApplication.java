package io.ephemeral.feishu.system;

import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.connection.LongConnection;
import io.ephemeral.feishu.connection.LongConnectionListener;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

import static org.awaitility.Awaitility.await;

/**
 * Application without callbacks over HTTP, connected with a simulator of its own.
 */
final class LongConnectionApplication implements AutoCloseable {

	final FeishuSimulator feishu = FeishuSimulator.builder().credentials("cli_1", "secret-1").rateLimits(false).start();

	private final Scheduler members = Schedulers.newBoundedElastic(200, 100_000, "members");

	private @Nullable ConfigurableApplicationContext context;

	/** Starts without a web server, and waits until the connection is open. */
	void start(String... properties) {
		this.context = builder(WebApplicationType.NONE, properties).run();
		this.feishu.sendOverLongConnections();
		await().until(() -> connection().status().connections() == 1);
	}

	/** Starts with a web server that shows the health and the endpoint. */
	void startServer() {
		this.context = builder(WebApplicationType.SERVLET, "server.port=0", "server.address=127.0.0.1",
				"management.endpoints.web.exposure.include=*", "management.endpoint.health.show-details=always")
			.run();
	}

	SpringApplicationBuilder builder(WebApplicationType type, String... properties) {
		return new SpringApplicationBuilder(TestApplication.class, Bot.class).web(type)
			.registerShutdownHook(false)
			.properties("feishu.base-url=" + this.feishu.baseUrl(), "feishu.app-id=cli_1", "feishu.app-secret=secret-1",
					"feishu.long-connection.enabled=true", "feishu.callback.double-click=0")
			.properties(properties);
	}

	ConfigurableApplicationContext context() {
		return Objects.requireNonNull(this.context);
	}

	Bot bot() {
		return context().getBean(Bot.class);
	}

	LongConnection connection() {
		return context().getBean(LongConnection.class);
	}

	ShownCard cardOf(SimulatedChat chat, String name) {
		context().getBean(EphemeralCardTemplate.class)
			.send(new ChatId(chat.id()), Viewer.openId(chat.openId(name)),
					Card.builder().title("Work?").add(Button.builder("Work").callback("work")).build());
		return chat.seenBy(name).get(0);
	}

	/** Runs what a member does, which blocks until the application responds. */
	<T> Mono<T> inBackground(Callable<T> task) {
		return Mono.fromCallable(task).subscribeOn(this.members);
	}

	@Override
	public void close() {
		if (this.context != null && this.context.isActive()) {
			bot().mayGoOn.countDown();
			this.context.close();
		}
		this.members.dispose();
		this.feishu.close();
	}

	/**
	 * Handlers and listeners that wait while they must.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Bot implements ApplicationListener<ContextClosedEvent>, LongConnectionListener {

		final Queue<String> clicks = new ConcurrentLinkedQueue<>();

		final Queue<String> messages = new ConcurrentLinkedQueue<>();

		final Queue<Duration> pongs = new ConcurrentLinkedQueue<>();

		private final EphemeralCardTemplate cards;

		volatile CountDownLatch mayGoOn = new CountDownLatch(0);

		volatile boolean sends;

		Bot(EphemeralCardTemplate cards) {
			this.cards = cards;
		}

		@CardAction("work")
		CardActionReply work(CardActionEvent event) throws InterruptedException {
			this.clicks.add(event.id());
			this.mayGoOn.await();
			return CardActionReply.success("done").afterwards(() -> {
				if (this.sends) {
					this.cards.send(event.chat(), event.viewer(), Card.builder().title("Afterwards").build());
				}
			});
		}

		@EventListener
		void onMessage(MessageReceived message) throws InterruptedException {
			this.mayGoOn.await();
			this.messages.add(message.messageId().value());
		}

		@Override
		public void onPong(Duration roundTrip) {
			this.pongs.add(roundTrip);
		}

		/** Lets the handlers go on once the connection is stopping. */
		@Override
		public void onApplicationEvent(ContextClosedEvent event) {
			Mono.delay(Duration.ofMillis(300)).subscribe((tick) -> this.mayGoOn.countDown());
		}

	}

}
