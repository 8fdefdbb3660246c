package io.ephemeral.feishu.auth;

import io.ephemeral.feishu.error.ErrorReason;
import io.ephemeral.feishu.error.FeishuApiException;
import reactor.core.publisher.Mono;

/**
 * Source of the app access token of a store app. The tokens of its tenants are obtained
 * with it.
 */
final class AppTokenSource implements TokenSource {

	private final TokenEndpoint endpoint;

	private final CredentialsSupplier credentials;

	private final AppTickets tickets;

	AppTokenSource(TokenEndpoint endpoint, StoreApp app) {
		this.endpoint = endpoint;
		this.credentials = app.credentials();
		this.tickets = new AppTickets(endpoint, app);
	}

	@Override
	public Mono<TenantToken> fetch(TokenRequest request) {
		return this.tickets.otherThan(null)
			.flatMap((ticket) -> fetch(ticket).onErrorResume(AppTokenSource::isTicketStale,
					(refusal) -> this.tickets.otherThan(ticket).flatMap(this::fetch)));
	}

	private Mono<TenantToken> fetch(AppTicket ticket) {
		return AppRequest.of(this.credentials)
			.flatMap((app) -> this.endpoint.obtain("app_access_token", "app_access_token", app.with(ticket)));
	}

	private static boolean isTicketStale(Throwable error) {
		return error instanceof FeishuApiException refusal && refusal.is(ErrorReason.APP_TICKET_STALE);
	}

}
