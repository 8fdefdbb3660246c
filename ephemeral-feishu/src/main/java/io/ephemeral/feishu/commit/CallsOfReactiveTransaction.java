package io.ephemeral.feishu.commit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import reactor.core.publisher.Mono;

import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

/**
 * Calls that wait for the commit of a reactive transaction.
 */
final class CallsOfReactiveTransaction implements TransactionSynchronization {

	private final DeferredCalls calls;

	private final List<DeferredCall> waiting = new CopyOnWriteArrayList<>();

	private CallsOfReactiveTransaction(DeferredCalls calls) {
		this.calls = calls;
	}

	/** Returns the calls of a transaction, which is active. */
	static CallsOfReactiveTransaction current(TransactionSynchronizationManager manager, DeferredCalls calls) {
		return manager.getSynchronizations()
			.stream()
			.filter(CallsOfReactiveTransaction.class::isInstance)
			.map(CallsOfReactiveTransaction.class::cast)
			.filter((known) -> known.calls.equals(calls))
			.findFirst()
			.orElseGet(() -> register(manager, new CallsOfReactiveTransaction(calls)));
	}

	private static CallsOfReactiveTransaction register(TransactionSynchronizationManager manager,
			CallsOfReactiveTransaction calls) {
		manager.registerSynchronization(calls);
		return calls;
	}

	void add(DeferredCall call) {
		this.waiting.add(call);
	}

	@Override
	public Mono<Void> afterCompletion(int status) {
		return Mono.fromRunnable(() -> this.calls.end(this.waiting, status));
	}

}
