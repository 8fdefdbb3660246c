package io.ephemeral.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

import io.netty.handler.flush.FlushConsolidationHandler;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Small and fast platform for long connections, in a process of its own. Each line of its
 * standard input is a command, and each has one line as its response.
 */
final class ConnectionPlatform {

	private final Map<String, ConnectionLink> links = new ConcurrentHashMap<>();

	private final BlockingQueue<ConnectionLink> opened = new LinkedBlockingQueue<>();

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.doOnChannelInit((observer, channel, address) -> channel.pipeline()
			.addFirst(new FlushConsolidationHandler(FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES,
					true)))
		.route((routes) -> routes.post("/callback/ws/endpoint", this::issue)
			.ws("/ws/{name}", (inbound, outbound) -> new ConnectionLink(this.opened::add).run(inbound)))
		.bindNow();

	private ConnectionPlatform() {
	}

	private Mono<Void> issue(HttpServerRequest request, HttpServerResponse response) {
		String address = "ws://127.0.0.1:" + this.server.port() + "/ws/v2?device_id=1&service_id=1";
		return request.receive()
			.then(response.header("Content-Type", "application/json")
				.sendString(Mono.just("""
						{"code":0,"msg":"","data":{"URL":"%s","ClientConfig":%s}}""".formatted(address,
						ConnectionLink.SETTINGS)))
				.then());
	}

	private String run(String[] command) throws InterruptedException {
		return switch (command[0]) {
			case "opened" -> {
				this.links.put(command[1], this.opened.take());
				yield "ok";
			}
			case "events" -> link(command).burst(Integer.parseInt(command[2]), Integer.parseInt(command[3]));
			case "clicks" -> link(command).clicks(Integer.parseInt(command[2]), Integer.parseInt(command[3]));
			default -> throw new IllegalArgumentException(command[0]);
		};
	}

	private ConnectionLink link(String[] command) {
		ConnectionLink link = this.links.get(command[1]);
		if (link == null) {
			throw new IllegalArgumentException("No connection is open as " + command[1]);
		}
		return link;
	}

	public static void main(String[] arguments) throws Exception {
		ConnectionPlatform platform = new ConnectionPlatform();
		System.out.println("= http://127.0.0.1:" + platform.server.port());
		BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String command = commands.readLine(); command != null; command = commands.readLine()) {
			System.out.println("= " + platform.run(command.split(" ", -1)));
		}
		System.exit(0);
	}

}
