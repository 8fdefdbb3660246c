package io.ephemeral.feishu.error;

import java.time.Duration;

import io.ephemeral.feishu.RateLimited;
import org.jspecify.annotations.Nullable;

/**
 * There were too many calls for the platform. The call was not carried out, so it may be
 * repeated once {@link #retryAfter} is over.
 */
public class RateLimitedException extends FeishuApiException implements RateLimited {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception for a refusal.
	 * @param error response of the platform
	 */
	public RateLimitedException(FeishuApiError error) {
		super(error);
	}

	@Override
	public @Nullable Duration retryAfter() {
		return error().retryAfter();
	}

}
