package io.ephemeral.feishu.limit;

import java.time.Duration;

import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;

/**
 * Right to send one request. A permit holds a slot in each limit window of the call until
 * the arrival of the request is known. Call {@link #sent} before the request leaves, then
 * {@link #answered} or {@link #refused}, and {@link #release} in each case.
 */
public interface Permit {

	/**
	 * Marks that the request leaves now. Its slot counts from now on, even if the caller
	 * cancels.
	 * @return whether the request may leave; false if the permit was used or released
	 * before, or if its slot was lost because the process stood still or because the
	 * exchange of the instances does not answer. Acquire another permit then
	 */
	boolean sent();

	/**
	 * Marks that there was a response, and that it was not a refusal by a rate limit. The
	 * windows count the request from now at the latest.
	 */
	void answered();

	/**
	 * Marks that a rate limit of the platform refused the request. The other calls of the
	 * scope wait. Then one of them leaves first, as a probe.
	 * @param scope scope of the limit
	 * @param retryAfter wait that the platform requires; null if it requires none
	 */
	void refused(RefusalScope scope, @Nullable Duration retryAfter);

	/**
	 * Ends the permit. If the request was not sent, its slot becomes free. If it was sent
	 * and has no response, it counts from now. This method has no effect after
	 * {@link #answered}, {@link #refused} or an earlier call of this method.
	 */
	void release();

}
