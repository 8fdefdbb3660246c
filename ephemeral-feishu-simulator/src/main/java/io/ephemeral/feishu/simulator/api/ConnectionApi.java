package io.ephemeral.feishu.simulator.api;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import io.ephemeral.feishu.simulator.connection.Connections;
import io.ephemeral.feishu.simulator.connection.HandshakeRefusal;
import io.ephemeral.feishu.simulator.tenant.App;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import reactor.netty.http.server.WebsocketServerSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Operations that open long connections: the endpoint, which needs no token, and the
 * upgrade to a WebSocket.
 */
public final class ConnectionApi {

	static final String ENDPOINT = "/callback/ws/endpoint";

	private static final int MALFORMED = 9499;

	private static final int FORBIDDEN = 403;

	private static final int WRONG_CREDENTIALS = 1000040345;

	private final App app;

	private final Connections connections;

	/** By method and path of a request. */
	private final BiFunction<String, String, PlannedFault> faults;

	public ConnectionApi(App app, Connections connections, BiFunction<String, String, PlannedFault> faults) {
		this.app = app;
		this.connections = connections;
		this.faults = faults;
	}

	public void addTo(ApiRoutes routes) {
		routes.post(ENDPOINT, this::invite);
	}

	public void upgradeBy(HttpServerRoutes routes) {
		routes.get(Connections.PATH, this::upgrade);
	}

	private ApiResponse invite(ApiRequest request) {
		JsonNode credentials = credentials(request.body());
		if (!credentials.path("AppID").isString() || !credentials.path("AppSecret").isString()) {
			return ApiResponse.refused(400, MALFORMED, "Bad Request: AppID and AppSecret are required");
		}
		if (!credentials.path("AppID").asString().equals(this.app.id())
				|| !credentials.path("AppSecret").asString().equals(this.app.secret())) {
			return ApiResponse.connectionRefused(WRONG_CREDENTIALS, "app_id or app_secret is invalid");
		}
		if (this.app.isStoreApp()) {
			return ApiResponse.connectionRefused(FORBIDDEN, "forbidden: store apps have no long connection");
		}
		return this.connections.invite()
			.map(this::invitation)
			.orElseGet(() -> ApiResponse.connectionRefused(HandshakeRefusal.TOO_MANY,
					"the number of connections exceeded the limit"));
	}

	private static JsonNode credentials(String body) {
		try {
			return Json.parse(body);
		}
		catch (JacksonException ex) {
			return Json.parse("{}");
		}
	}

	private ApiResponse invitation(String url) {
		ApiResponse response = ApiResponse.ok();
		response.body()
			.put("msg", "")
			.putObject("data")
			.put("URL", url)
			.set("ClientConfig", this.connections.settings().config().json());
		return response;
	}

	private Publisher<Void> upgrade(HttpServerRequest request, HttpServerResponse response) {
		PlannedFault fault = this.faults.apply("GET", Connections.PATH);
		HttpAnswer other = fault.answer("");
		if (other != null || fault.transfer() != Transfer.WHOLE) {
			return AnswerWriter.write((other != null) ? other : HttpAnswer.NONE, fault, response);
		}
		Mono<Void> open = Mono.defer(() -> open(request, response));
		return fault.duration().isZero() ? open : Mono.delay(fault.duration()).then(open);
	}

	private Mono<Void> open(HttpServerRequest request, HttpServerResponse response) {
		QueryStringDecoder query = new QueryStringDecoder(request.uri());
		String ticket = parameter(query, "ticket");
		Optional<HandshakeRefusal> refusal = this.connections.admit(ticket, parameter(query, "access_key"));
		if (refusal.isPresent()) {
			return AnswerWriter.write(HttpAnswer.handshakeRefused(refusal.get()), PlannedFault.NONE, response);
		}
		return response.sendWebsocket((inbound, outbound) -> {
			Sinks.One<Channel> channel = Sinks.one();
			outbound.withConnection((connection) -> channel.tryEmitValue(connection.channel()));
			return channel.asMono().flatMap((open) -> this.connections.serve(ticket, inbound, open));
		}, WebsocketServerSpec.builder().maxFramePayloadLength(Connections.MAX_BYTES).build())
			.doOnError((ex) -> this.connections.giveUp(ticket));
	}

	private static String parameter(QueryStringDecoder query, String name) {
		List<String> values = query.parameters().getOrDefault(name, List.of());
		return values.isEmpty() ? "" : values.get(0);
	}

}
