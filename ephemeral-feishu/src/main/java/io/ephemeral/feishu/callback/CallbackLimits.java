package io.ephemeral.feishu.callback;

import java.time.Duration;

import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Limits of callbacks: size, age and time.
 *
 * @param bodySize maximum size of a body; at least 1 byte
 * @param age maximum difference between the time of a callback and now, in both
 * directions; positive. The maximum age on the platform is not documented
 * @param answer maximum time for a body to arrive, and for a handler to reply, before the
 * platform gets an empty response; positive and less than 3 seconds, the time that the
 * platform waits
 */
public record CallbackLimits(DataSize bodySize, Duration age, Duration answer) {

	/** Time that the platform waits for a response. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private static final CallbackLimits STANDARD = new CallbackLimits(DataSize.ofMegabytes(1), Duration.ofMinutes(5),
			Duration.ofMillis(2500));

	public CallbackLimits {
		Assert.isTrue(bodySize.toBytes() > 0 && bodySize.toBytes() < Integer.MAX_VALUE,
				"'bodySize' (feishu.callback.max-body-size) must be at least 1 byte and less than 2 GB");
		Assert.isTrue(age.compareTo(Duration.ZERO) > 0, "'age' (feishu.callback.max-age) must be positive");
		Assert.isTrue(answer.compareTo(Duration.ZERO) > 0 && answer.compareTo(PATIENCE) < 0,
				"'answer' (feishu.callback.answer-within) must be positive and less than the 3 seconds that the platform waits");
	}

	/**
	 * Returns the standard limits.
	 * @return 1 MB, 5 minutes, 2.5 seconds
	 */
	public static CallbackLimits standard() {
		return STANDARD;
	}

}
