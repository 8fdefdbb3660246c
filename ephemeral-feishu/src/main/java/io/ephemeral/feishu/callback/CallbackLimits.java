package io.ephemeral.feishu.callback;

import java.time.Duration;

import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * How much, how old and how late a callback may be.
 *
 * @param bodySize largest body that is read
 * @param age how far the time of a callback may be from now, before or after; how old the
 * platform lets one become is not documented
 * @param answer how long a body may take to arrive, and a handler to answer, before the
 * platform gets an empty answer; the platform itself waits 3 seconds
 */
public record CallbackLimits(DataSize bodySize, Duration age, Duration answer) {

	/** How long the platform waits for an answer. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private static final CallbackLimits STANDARD = new CallbackLimits(DataSize.ofMegabytes(1), Duration.ofMinutes(5),
			Duration.ofMillis(2500));

	public CallbackLimits {
		Assert.isTrue(bodySize.toBytes() > 0 && bodySize.toBytes() < Integer.MAX_VALUE,
				"The size of a body must be at least 1 byte and less than 2 GB");
		Assert.isTrue(age.compareTo(Duration.ZERO) > 0, "The age must be positive");
		Assert.isTrue(answer.compareTo(Duration.ZERO) > 0 && answer.compareTo(PATIENCE) < 0,
				"The time of an answer must be positive and less than 3 seconds, the platform's own");
	}

	/**
	 * The limits unless others are set.
	 * @return 1 MB, 5 minutes, 2.5 seconds
	 */
	public static CallbackLimits standard() {
		return STANDARD;
	}

}
