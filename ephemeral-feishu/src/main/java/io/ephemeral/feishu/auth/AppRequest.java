package io.ephemeral.feishu.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Credentials of an app, as the platform expects them in a request.
 */
record AppRequest(@JsonProperty("app_id") String appId, @JsonProperty("app_secret") String appSecret,
		@JsonProperty("app_ticket") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String appTicket) {

	static Mono<AppRequest> of(CredentialsSupplier credentials) {
		return AppCredentials.of(credentials).map((app) -> new AppRequest(app.appId(), app.appSecret(), null));
	}

	AppRequest with(AppTicket ticket) {
		return new AppRequest(this.appId, this.appSecret, ticket.value());
	}

	@Override
	public String toString() {
		return "AppRequest[" + this.appId + "]";
	}

}
