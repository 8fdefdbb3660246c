package io.ephemeral.feishu.registration;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.ephemeral.feishu.auth.AppCredentials;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Repeated question whether a person has confirmed a registration.
 */
final class Polling {

	private static final Duration SLOWER = Duration.ofSeconds(5);

	/** Only such a code is quoted, because other text may be anything. */
	private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,40}");

	private final RegistrationEndpoint endpoint;

	private final Map<String, String> form = new LinkedHashMap<>();

	private final Function<TenantBrand, URI> accounts;

	Polling(RegistrationEndpoint endpoint, String deviceCode, Function<TenantBrand, URI> accounts) {
		this.endpoint = endpoint;
		this.form.put("action", "poll");
		this.form.put("device_code", deviceCode);
		this.accounts = accounts;
	}

	/**
	 * Asks until there is an app.
	 * @return the app; never completes without one
	 */
	Mono<RegisteredApp> from(Step first) {
		return Mono.just(first)
			.expand((step) -> (step.app() != null) ? Mono.empty() : next(step))
			.mapNotNull(Step::app)
			.next();
	}

	/** A failed request may succeed later, so it only makes the questions slower. */
	private Mono<Step> next(Step step) {
		return Mono.delay(step.interval())
			.then(Mono.defer(() -> this.endpoint.post(this.accounts.apply(step.brand()), this.form)))
			.map((response) -> after(step, response))
			.onErrorResume((ex) -> !(ex instanceof RegistrationFailedException), (ex) -> Mono.just(step.slower()));
	}

	private static Step after(Step step, JsonNode response) {
		String id = response.path("client_id").asString("");
		String secret = response.path("client_secret").asString("");
		JsonNode person = response.path("user_info");
		TenantBrand brand = brand(person.path("tenant_brand").asString(""), step.brand());
		if (!id.isBlank() && !secret.isBlank()) {
			return step.with(new RegisteredApp(new AppCredentials(id, secret), brand, openId(person)));
		}
		boolean moves = brand == TenantBrand.LARK && step.brand() != TenantBrand.LARK;
		return moves ? new Step(brand, step.interval(), null) : afterError(step, response.path("error").asString(""));
	}

	private static TenantBrand brand(String name, TenantBrand otherwise) {
		return switch (name) {
			case "feishu" -> TenantBrand.FEISHU;
			case "lark" -> TenantBrand.LARK;
			default -> otherwise;
		};
	}

	private static @Nullable String openId(JsonNode person) {
		String openId = person.path("open_id").asString("");
		return openId.isBlank() ? null : openId;
	}

	private static Step afterError(Step step, String error) {
		return switch (error) {
			case "authorization_pending", "" -> step;
			case "slow_down" -> step.slower();
			case "access_denied" -> throw RegistrationFailedException.denied();
			case "expired_token" -> throw RegistrationFailedException.expired();
			default -> throw RegistrationFailedException
				.unusable(ERROR_CODE.matcher(error).matches() ? "the error " + error : "an unknown error");
		};
	}

	/**
	 * State before the next question.
	 *
	 * @param brand platform to ask
	 * @param interval time before the question
	 * @param app the app; null as long as nobody has confirmed
	 */
	record Step(TenantBrand brand, Duration interval, @Nullable RegisteredApp app) {

		private Step slower() {
			return new Step(this.brand, this.interval.plus(SLOWER), null);
		}

		private Step with(RegisteredApp app) {
			return new Step(this.brand, this.interval, app);
		}

	}

}
