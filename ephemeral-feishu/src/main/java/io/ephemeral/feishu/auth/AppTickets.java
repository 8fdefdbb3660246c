package io.ephemeral.feishu.auth;

import java.time.Duration;

import io.ephemeral.feishu.FeishuException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * App tickets of one store app. If the store has no valid ticket, this class requests a
 * push.
 */
final class AppTickets {

	private static final Duration BETWEEN_RESENDS = Duration.ofMinutes(1);

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

	private final StoreApp app;

	private final Mono<Void> resend;

	AppTickets(TokenEndpoint endpoint, StoreApp app) {
		this.app = app;
		this.resend = AppRequest.of(app.credentials())
			.flatMap(endpoint::resendTicket)
			.cache((unused) -> BETWEEN_RESENDS, (error) -> Duration.ZERO, () -> BETWEEN_RESENDS);
	}

	/**
	 * Returns a ticket.
	 * @param stale ticket that the platform no longer accepts; null if any ticket may be
	 * used
	 */
	Mono<AppTicket> otherThan(@Nullable AppTicket stale) {
		return find(stale).switchIfEmpty(this.resend.then(pushed(stale)));
	}

	private Mono<AppTicket> pushed(@Nullable AppTicket stale) {
		return find(stale).repeatWhenEmpty((looks) -> looks.delayElements(BETWEEN_LOOKS))
			.timeout(this.app.ticketWait(), Mono.error(
					() -> new AppTicketMissingException(this.app.credentials().appId(), this.app.ticketWait(), stale)));
	}

	/** Reads the store each time, because the push may reach another instance. */
	private Mono<AppTicket> find(@Nullable AppTicket stale) {
		return Collaborator.ask("app ticket store", () -> this.app.tickets().find(this.app.credentials().appId()))
			.filter((ticket) -> !ticket.equals(stale))
			.onErrorMap((error) -> !(error instanceof FeishuException), TokenUnavailableException::new);
	}

}
