package io.ephemeral.feishu.auth;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;

import reactor.core.publisher.Mono;

/**
 * Store of app tickets in the memory of this process.
 */
final class InMemoryAppTicketStore implements AppTicketStore {

	private static final BinaryOperator<AppTicket> LATEST = BinaryOperator
		.maxBy(Comparator.comparing(AppTicket::pushedAt));

	private final Map<String, AppTicket> tickets = new ConcurrentHashMap<>();

	@Override
	public Mono<Void> save(String appId, AppTicket ticket) {
		return Mono.fromRunnable(() -> this.tickets.merge(appId, ticket, LATEST));
	}

	@Override
	public Mono<AppTicket> find(String appId) {
		return Mono.fromSupplier(() -> this.tickets.get(appId));
	}

}
