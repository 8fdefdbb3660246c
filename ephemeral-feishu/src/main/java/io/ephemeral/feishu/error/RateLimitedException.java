package io.ephemeral.feishu.error;

import java.time.Duration;

import io.ephemeral.feishu.RateLimited;
import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a rate limit of the platform refuses a call. The call was not
 * carried out, and may be repeated after {@link #retryAfter}.
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
