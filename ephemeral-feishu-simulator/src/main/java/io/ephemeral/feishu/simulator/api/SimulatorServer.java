package io.ephemeral.feishu.simulator.api;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.ephemeral.feishu.simulator.connection.Connections;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.reactivestreams.Publisher;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import reactor.netty.resources.LoopResources;

/**
 * Server on the loopback interface. It refuses requests to other host names.
 */
public final class SimulatorServer {

	private static final String HOST = "127.0.0.1";

	private static final String CONTROLS = "/simulator/";

	/**
	 * A request of another site has the host name of that site, even if it arrives here.
	 */
	private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?",
			Pattern.CASE_INSENSITIVE);

	private final LoopResources loops = LoopResources.create("feishu-simulator", 2, true);

	private final DisposableServer server;

	public SimulatorServer(int port, ApiRoutes api, List<Consumer<HttpServerRoutes>> pages) {
		HttpServerRoutes routes = HttpServerRoutes.newRoutes();
		pages.forEach((page) -> page.accept(routes));
		api.addTo(routes);
		this.server = bind(port, (request, response) -> {
			if (!isLoopback(request)) {
				return api.refuse(response, 403, "this simulator is for the local machine only");
			}
			return isOfOtherSite(request)
					? api.refuse(response, 403, "pages of other sites may not control this simulator")
					: routes.apply(request, response);
		});
	}

	private DisposableServer bind(int port,
			BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler) {
		try {
			return HttpServer.create()
				.host(HOST)
				.port(port)
				.runOn(this.loops)
				.option(ChannelOption.SO_BACKLOG, 1024)
				.handle(handler)
				.childObserve(SimulatorServer::readOn)
				.bindNow();
		}
		catch (RuntimeException ex) {
			this.loops.dispose();
			throw ex;
		}
	}

	/**
	 * Reads the next request. Reactor Netty before 1.3.8 stops reading from a connection
	 * if a request arrives before the end of the previous one, and is answered at once.
	 * @see <a href="https://github.com/reactor/reactor-netty/issues/4361">Issue 4361</a>
	 */
	private static void readOn(Connection connection, ConnectionObserver.State state) {
		if (state.equals(ConnectionObserver.State.DISCONNECTING)) {
			Channel channel = connection.channel();
			channel.eventLoop().execute(channel::read);
		}
	}

	public int port() {
		return this.server.port();
	}

	/**
	 * Stops the server and ends open connections, including event streams.
	 */
	public void close() {
		this.server.disposeNow();
		this.loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
	}

	/**
	 * Returns whether a page of another site calls an operation of the simulator.
	 */
	private static boolean isOfOtherSite(HttpServerRequest request) {
		String origin = request.requestHeaders().get(HttpHeaderNames.ORIGIN);
		return origin != null && isControlled(request.uri())
				&& !origin.equalsIgnoreCase("http://" + request.requestHeaders().get(HttpHeaderNames.HOST));
	}

	private static boolean isControlled(String uri) {
		return uri.startsWith(CONTROLS) || uri.startsWith(Connections.PATH);
	}

	private static boolean isLoopback(HttpServerRequest request) {
		String host = request.requestHeaders().get(HttpHeaderNames.HOST);
		return host != null && LOOPBACK.matcher(host).matches();
	}

}
