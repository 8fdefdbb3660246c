package io.ephemeral.feishu.callback.answer;

import java.time.Duration;

import reactor.core.publisher.Mono;

/**
 * Store of answers to callbacks that the instances of one app share, such as in Redis. A
 * click or event that arrives at two instances is handled once. A store serves one app:
 * two apps need two stores, even if these use the same database.
 * <p>
 * An instance begins a callback with a claim. While it handles the callback, it renews
 * the claim before the lease ends. Then it keeps the answer, or gives up if the callback
 * was not handled. When the lease of an instance that died ends, another instance can
 * begin.
 * <p>
 * If a method fails or does not respond within 200 ms, the instance handles the callback
 * without the store. The store may carry out the method later. Methods must not block;
 * work begins with each subscription. Implementations are thread-safe and carry out each
 * method in one atomic step. An answer may contain a card, so it must be secret in the
 * store.
 */
public interface AnswerStore {

	/**
	 * Claims a callback. The owner of the claim renews its lease with the same method. A
	 * claim that was lost is claimed again.
	 * @param claim callback and owner
	 * @param lease time until another owner can claim the callback, from now
	 * @return the kept answer if there is one; otherwise whether the callback is now
	 * claimed by this owner, or still by another one
	 */
	Mono<Answered> begin(AnswerClaim claim, Duration lease);

	/**
	 * Keeps the answer of a callback instead of its claim, even if another owner has
	 * claimed the callback. It replaces an answer that was kept before.
	 * @param claim callback and owner
	 * @param answer JSON in UTF-8, up to 64 KB; two braces ({@code {}}) for the mere fact
	 * that the callback was handled
	 * @param retention time after which the answer is removed, from now
	 * @return a publisher that completes once the answer is kept
	 */
	Mono<Void> keep(AnswerClaim claim, byte[] answer, Duration retention);

	/**
	 * Removes a claim, so that the next delivery of the callback is handled. It changes
	 * nothing if another owner has claimed the callback, or if an answer is kept.
	 * @param claim callback and owner
	 * @return a publisher that completes once the claim is removed
	 */
	Mono<Void> giveUp(AnswerClaim claim);

	/**
	 * Returns the store that keeps nothing: each instance handles what it receives.
	 * @return the store; it adds no work to a callback
	 */
	static AnswerStore none() {
		return NoAnswerStore.INSTANCE;
	}

	/**
	 * Creates a store in the memory of this process. It is the reference for other
	 * stores, and serves several processors of one process. Its memory has no limit
	 * besides the retention of the answers.
	 * @return an empty store
	 */
	static AnswerStore inMemory() {
		return new InMemoryAnswerStore();
	}

}
