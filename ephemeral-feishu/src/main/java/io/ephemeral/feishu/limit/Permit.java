package io.ephemeral.feishu.limit;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The right to send one request. It holds a slot in every window of the call until it is
 * known when the request arrived: {@link #sent} before the request leaves, then
 * {@link #answered} or {@link #refused}, and {@link #release} in every case.
 */
public interface Permit {

	/**
	 * Marks that the request leaves now. From here on its slot counts, also when the
	 * caller goes away.
	 * @return whether the request may leave; not so if the permit was used or released
	 * before
	 */
	boolean sent();

	/**
	 * Marks that there was a response and that it was no refusal for too many calls. The
	 * request arrived before, so the windows count from here.
	 */
	void answered();

	/**
	 * Marks that the platform refused the request for too many calls. The others of that
	 * scope wait, then one goes first and tries.
	 * @param scope what takes no more calls
	 * @param retryAfter wait that the platform asks for; null without
	 */
	void refused(RefusalScope scope, @Nullable Duration retryAfter);

	/**
	 * Ends the permit. The slot of a request that was not sent is free for the next one;
	 * one that was sent and not answered is counted as having arrived by now. Without
	 * effect after {@link #answered} and {@link #refused}, and the second time.
	 */
	void release();

}
