package io.ephemeral.feishu.registration;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import io.ephemeral.feishu.client.FeishuApi;
import io.ephemeral.feishu.client.FeishuCall;
import io.ephemeral.feishu.error.FeishuApiException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Search for the settings that an app really has. The official SDK for Java (2.5.3) has
 * the operation for scopes. The one for events and callbacks is known from other official
 * programs only, and needs a scope of its own,
 * {@code application:application:self_manage}. A refused operation shows nothing, and is
 * not an error.
 */
public final class AppSettingsLookup {

	private static final FeishuCall SCOPES = FeishuCall.of("application.scopes", HttpMethod.GET,
			"/open-apis/application/v6/scopes");

	private static final int GRANTED = 1;

	private final FeishuApi api;

	/**
	 * Creates a search.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client of the app
	 */
	public AppSettingsLookup(WebClient client) {
		this.api = new FeishuApi(client);
	}

	/**
	 * Requests the settings of the app.
	 * @param appId id of the app that calls
	 * @return the settings, requested again for each subscription. Errors other than
	 * refusals, such as a missing connection, are errors of the publisher
	 */
	public Mono<AppSettings> find(String appId) {
		FeishuCall application = FeishuCall.of("application.get", HttpMethod.GET,
				"/open-apis/application/v6/applications/{app_id}?lang=en_us", appId);
		Mono<Optional<Set<String>>> scopes = shown(this.api.call(SCOPES, AppSettingsLookup::scopes));
		Mono<JsonNode> app = this.api.call(application, (response) -> response.path("data").path("app"))
			.onErrorResume(FeishuApiException.class, (ex) -> Mono.empty());
		return Mono.zip(scopes, app.map(Optional::of).defaultIfEmpty(Optional.empty()),
				(granted, shown) -> new AppSettings(granted.orElse(null),
						shown.flatMap((node) -> names(node.at("/event/subscribed_events"))).orElse(null),
						shown.flatMap((node) -> names(node.at("/callback_info/subscribed_callbacks"))).orElse(null)));
	}

	private static Mono<Optional<Set<String>>> shown(Mono<Set<String>> names) {
		return names.map(Optional::of).onErrorResume(FeishuApiException.class, (ex) -> Mono.just(Optional.empty()));
	}

	private static Set<String> scopes(JsonNode response) {
		Set<String> granted = new HashSet<>();
		for (JsonNode scope : response.required("data").required("scopes")) {
			if (scope.path("grant_status").asInt(0) == GRANTED
					&& !scope.path("scope_type").asString("").equals("user")) {
				granted.add(scope.required("scope_name").stringValue());
			}
		}
		return granted;
	}

	/** Returns the names in a list; empty if there is no list of names. */
	private static Optional<Set<String>> names(JsonNode list) {
		if (!list.isArray() || !list.valueStream().allMatch(JsonNode::isString)) {
			return Optional.empty();
		}
		Set<String> names = new HashSet<>();
		list.forEach((name) -> names.add(name.stringValue()));
		return Optional.of(names);
	}

}
