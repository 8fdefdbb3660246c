package io.ephemeral.feishu.commit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Calls that wait for the commit of a transaction of a thread. Those of a nested part
 * that rolls back are dropped.
 */
final class CallsOfTransaction implements TransactionSynchronization {

	private final DeferredCalls calls;

	private final List<DeferredCall> waiting = new ArrayList<>();

	/** Numbers of calls before the savepoints that were set after the first call. */
	private final IdentityHashMap<Object, Integer> savepoints = new IdentityHashMap<>();

	private CallsOfTransaction(DeferredCalls calls) {
		this.calls = calls;
	}

	/** Returns the calls of the current transaction, which is active. */
	static CallsOfTransaction current(DeferredCalls calls) {
		return TransactionSynchronizationManager.getSynchronizations()
			.stream()
			.filter(CallsOfTransaction.class::isInstance)
			.map(CallsOfTransaction.class::cast)
			.filter((known) -> known.calls.equals(calls))
			.findFirst()
			.orElseGet(() -> register(new CallsOfTransaction(calls)));
	}

	private static CallsOfTransaction register(CallsOfTransaction calls) {
		TransactionSynchronizationManager.registerSynchronization(calls);
		return calls;
	}

	void add(DeferredCall call) {
		this.waiting.add(call);
	}

	@Override
	public void savepoint(Object savepoint) {
		this.savepoints.put(savepoint, this.waiting.size());
	}

	@Override
	public void savepointRollback(Object savepoint) {
		int before = Math.min(this.savepoints.getOrDefault(savepoint, 0), this.waiting.size());
		this.waiting.subList(before, this.waiting.size()).clear();
	}

	/** Runs even if another synchronization fails after the commit. */
	@Override
	public void afterCompletion(int status) {
		this.calls.end(this.waiting, status);
	}

}
