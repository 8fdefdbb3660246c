package io.ephemeral.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import com.lark.oapi.event.EventDispatcher;
import com.lark.oapi.event.cardcallback.P2CardActionTriggerHandler;
import com.lark.oapi.event.cardcallback.model.CallBackToast;
import com.lark.oapi.event.cardcallback.model.P2CardActionTrigger;
import com.lark.oapi.event.cardcallback.model.P2CardActionTriggerResponse;
import com.lark.oapi.service.im.ImService;
import com.lark.oapi.service.im.v1.model.P2MessageReceiveV1;
import com.lark.oapi.ws.Client;
import com.sun.management.OperatingSystemMXBean;
import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionHandlers;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.connection.LongConnection;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Long connections of one client, in a process of their own. They share what an
 * application has once: the processor with its client, or the SDK's dispatcher. The
 * process ends with its standard input, because the SDK's client has no method to stop.
 */
final class ConnectionClient {

	static final String LIBRARY = "library";

	static final String SDK = "SDK";

	/** Client that acknowledges what arrives and does not read it. */
	static final String BARE = "bare";

	private final AtomicLong received = new AtomicLong();

	/** Connections that must not be collected. */
	private final List<Object> connections = new ArrayList<>();

	private final CallbackProcessor processor = CallbackProcessor.builder()
		.handlers(new CardActionHandlers(List.of(new Greeting())))
		.listener((event) -> this.received.incrementAndGet())
		.build();

	private final EventDispatcher dispatcher = dispatcher();

	private final URI platform;

	private final WebClient client;

	private ConnectionClient(URI platform) {
		this.platform = platform;
		this.client = FeishuWebClient.unauthenticated(WebClient.builder(), platform);
	}

	private void open(String client) {
		this.connections.add(switch (client) {
			case LIBRARY -> library();
			case SDK -> sdk();
			default -> new BareConnection(this.platform, this.received).open();
		});
	}

	private LongConnection library() {
		LongConnection connection = LongConnection
			.builder(this.client, new AppCredentials("cli_1", "benchmark-secret"), this.processor)
			.build();
		connection.start();
		return connection;
	}

	private Client sdk() {
		Client client = new Client.Builder("cli_1", "benchmark-secret").domain(this.platform.toString())
			.eventHandler(this.dispatcher)
			.build();
		client.start();
		return client;
	}

	private EventDispatcher dispatcher() {
		return EventDispatcher.newBuilder("", "").onP2MessageReceiveV1(new ImService.P2MessageReceiveV1Handler() {

			@Override
			public void handle(P2MessageReceiveV1 event) {
				ConnectionClient.this.received.incrementAndGet();
			}

		}).onP2CardActionTrigger(new SdkGreeting()).build();
	}

	/** Returns the CPU time of the process once its listener has received all events. */
	private long cpuNanos(long events) {
		while (this.received.get() < events) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
		}
		return processCpuNanos();
	}

	static long processCpuNanos() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private static long usedHeap() {
		for (int time = 0; time < 3; time++) {
			System.gc();
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	public static void main(String[] arguments) throws Exception {
		ConnectionClient client = new ConnectionClient(URI.create(arguments[1]));
		System.out.println("= ready");
		BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = commands.readLine(); line != null; line = commands.readLine()) {
			String[] command = line.split(" ", -1);
			switch (command[0]) {
				case "open" -> {
					client.open(arguments[0]);
					System.out.println("= ok");
				}
				case "cpu" -> System.out.println("= " + client.cpuNanos(Long.parseLong(command[1])));
				case "heap" -> System.out.println("= " + usedHeap());
				default -> throw new IllegalArgumentException(line);
			}
		}
		System.exit(0);
	}

	private static final class Greeting implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("save");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			return Mono.just(CardActionReply.success("Saved"));
		}

	}

	private static final class SdkGreeting extends P2CardActionTriggerHandler {

		@Override
		public P2CardActionTriggerResponse handle(P2CardActionTrigger event) {
			CallBackToast toast = new CallBackToast();
			toast.setType("success");
			toast.setContent("Saved");
			P2CardActionTriggerResponse response = new P2CardActionTriggerResponse();
			response.setToast(toast);
			return response;
		}

	}

}
