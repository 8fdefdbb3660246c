package io.ephemeral.feishu.registration;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.ephemeral.feishu.error.ConnectionFailedException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Registration of an app by one scan. It needs no credentials: a person opens a link, and
 * confirms the settings on the platform's page. It is the device authorization grant of
 * RFC 8628, as in the official Node SDK. No document of the platform describes it.
 */
public final class AppRegistration {

	/** Name of the operation in errors. */
	static final String OPERATION = "app.register";

	/** Lowest number of seconds that is used, whatever the platform sends. */
	private static final double SHORTEST = 0.01;

	/** Highest number of seconds that is used. */
	private static final double LONGEST = 86_400;

	private static final double STANDARD_INTERVAL = 5;

	private static final double STANDARD_VALIDITY = 600;

	private final RegistrationEndpoint endpoint;

	private final TenantBrand brand;

	private final Function<TenantBrand, URI> accounts;

	/**
	 * Creates a registration at the real platform.
	 * @param client client without credentials
	 * @param brand platform at which the registration begins. If the person who scans
	 * belongs to Lark, the registration goes on there
	 */
	public AppRegistration(WebClient client, TenantBrand brand) {
		this(client, brand, TenantBrand::accounts);
	}

	/**
	 * Creates a registration at other addresses, such as that of a simulator.
	 * @param client client without credentials
	 * @param brand platform at which the registration begins
	 * @param accounts address of each platform, scheme and host
	 */
	public AppRegistration(WebClient client, TenantBrand brand, Function<TenantBrand, URI> accounts) {
		this.endpoint = new RegistrationEndpoint(client);
		this.brand = brand;
		this.accounts = accounts;
	}

	/**
	 * Begins a registration.
	 * @param request request for an app
	 * @return the registration, which waits for a person. The error is a
	 * {@link RegistrationFailedException} if the response cannot be used, and a
	 * {@link ConnectionFailedException} if there is no connection
	 */
	public Mono<PendingRegistration> begin(RegistrationRequest request) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("action", "begin");
		form.put("archetype", "PersonalAgent");
		form.put("auth_method", "client_secret");
		form.put("request_user_info", "open_id");
		URI address = this.accounts.apply(this.brand);
		return this.endpoint.post(address, form)
			.map((response) -> pending(response, request))
			.onErrorMap(WebClientRequestException.class, (ex) -> new ConnectionFailedException(OPERATION, address, ex));
	}

	private PendingRegistration pending(JsonNode response, RegistrationRequest request) {
		String deviceCode = response.path("device_code").asString("");
		String page = response.path("verification_uri_complete").asString("");
		if (deviceCode.isEmpty() || page.isEmpty()) {
			throw RegistrationFailedException.unusable("no code to scan");
		}
		Duration validity = seconds(STANDARD_VALIDITY, response.path("expires_in"), response.path("expire_in"));
		Polling polling = new Polling(this.endpoint, deviceCode, this.accounts);
		Polling.Step first = new Polling.Step(this.brand, seconds(STANDARD_INTERVAL, response.path("interval")), null);
		return new PendingRegistration(RegistrationLink.of(page, request), validity, polling.from(first));
	}

	/** Reads the first value that is a positive number of seconds. */
	private static Duration seconds(double standard, JsonNode... values) {
		for (JsonNode value : values) {
			double seconds = value.asDouble(0);
			if (seconds > 0) {
				return Duration.ofMillis(Math.round(Math.max(SHORTEST, Math.min(seconds, LONGEST)) * 1000));
			}
		}
		return Duration.ofMillis(Math.round(standard * 1000));
	}

}
