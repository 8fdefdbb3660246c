package io.ephemeral.feishu.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.FeishuException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.StringUtils;

/**
 * Credentials of an app, as the platform expects them in a request.
 */
record AppRequest(@JsonProperty("app_id") String appId, @JsonProperty("app_secret") String appSecret,
		@JsonProperty("app_ticket") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String appTicket) {

	static Mono<AppRequest> of(CredentialsSupplier credentials) {
		return Collaborator.ask("credentials supplier", credentials::secret)
			.filter(StringUtils::hasText)
			.switchIfEmpty(Mono
				.error(() -> new TokenUnavailableException("the supplier of the credentials returned no app secret")))
			.onErrorMap((error) -> !(error instanceof FeishuException), TokenUnavailableException::new)
			.map((secret) -> new AppRequest(credentials.appId(), secret, null));
	}

	AppRequest with(AppTicket ticket) {
		return new AppRequest(this.appId, this.appSecret, ticket.value());
	}

	@Override
	public String toString() {
		return "AppRequest[" + this.appId + "]";
	}

}
