package io.ephemeral.feishu.simulator.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.ephemeral.feishu.simulator.tenant.App;
import io.ephemeral.feishu.simulator.tenant.AppRegistrations;
import io.netty.handler.codec.http.QueryStringDecoder;
import tools.jackson.databind.node.ObjectNode;

/**
 * Operation that registers an app by a scan, and needs no credentials. It takes forms and
 * has the errors of OAuth 2.0 (RFC 8628), as in the official Node SDK.
 */
public final class RegistrationApi {

	private static final String PATH = "/oauth/v1/app/registration";

	private static final int VALIDITY = 600;

	private final App app;

	private final AppRegistrations registrations;

	private final Supplier<URI> baseUrl;

	public RegistrationApi(App app, AppRegistrations registrations, Supplier<URI> baseUrl) {
		this.app = app;
		this.registrations = registrations;
		this.baseUrl = baseUrl;
	}

	public void addTo(ApiRoutes routes) {
		routes.post(PATH, this::register);
	}

	private ApiResponse register(ApiRequest request) {
		String contentType = request.header("Content-Type");
		if (contentType == null || !contentType.startsWith("application/x-www-form-urlencoded")) {
			return refused("invalid_request");
		}
		Map<String, List<String>> form = new QueryStringDecoder(request.body(), false).parameters();
		return switch (value(form, "action")) {
			case "init" -> supportedMethods();
			case "begin" -> begin(form);
			case "poll" -> poll(value(form, "device_code"));
			default -> refused("invalid_request");
		};
	}

	private static String value(Map<String, List<String>> form, String name) {
		List<String> values = form.getOrDefault(name, List.of());
		return values.isEmpty() ? "" : values.get(0);
	}

	private static ApiResponse refused(String error) {
		ApiResponse response = ApiResponse.plain(400);
		response.body().put("error", error);
		return response;
	}

	private static ApiResponse supportedMethods() {
		ApiResponse response = ApiResponse.plain(200);
		response.body().putArray("supported_auth_methods").add("client_secret");
		return response;
	}

	private ApiResponse begin(Map<String, List<String>> form) {
		if (!value(form, "archetype").equals("PersonalAgent") || !value(form, "auth_method").equals("client_secret")) {
			return refused("invalid_request");
		}
		AppRegistrations.Registration registration = this.registrations.begin();
		String page = this.baseUrl.get() + "/page/registration";
		ApiResponse response = ApiResponse.plain(200);
		response.body()
			.put("device_code", registration.deviceCode())
			.put("user_code", registration.userCode())
			.put("verification_uri", page)
			.put("verification_uri_complete", page + "?user_code=" + registration.userCode())
			.put("interval", registration.interval().toMillis() / 1000.0)
			.put("expires_in", VALIDITY);
		return response;
	}

	private ApiResponse poll(String deviceCode) {
		AppRegistrations.Poll poll = this.registrations.poll(deviceCode);
		ApiResponse response = poll.error().isEmpty() ? ApiResponse.plain(200) : refused(poll.error());
		if (poll.error().isEmpty()) {
			response.body().put("client_id", this.app.id()).put("client_secret", this.app.secret());
		}
		if (poll.brand() != null) {
			ObjectNode person = response.body().putObject("user_info").put("tenant_brand", poll.brand());
			if (poll.person() != null) {
				person.put("open_id", poll.person());
			}
		}
		return response;
	}

}
