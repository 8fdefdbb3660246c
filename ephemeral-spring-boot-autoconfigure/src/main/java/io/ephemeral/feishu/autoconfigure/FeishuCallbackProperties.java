package io.ephemeral.feishu.autoconfigure;

import java.time.Duration;

import io.ephemeral.feishu.callback.CallbackLimits;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.WorkerThreads;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties of callbacks.
 *
 * @param path Path at which callbacks arrive. There is none unless it is set together
 * with both keys.
 * @param encryptKey Encrypt Key of the developer console, which signs and encrypts
 * callbacks.
 * @param verificationToken Verification Token of the developer console.
 * @param legacy Whether clicks of the older shape are accepted, whose signature is
 * weaker.
 * @param maxBodySize Largest body that is read.
 * @param maxAge How far the time of a callback may be from now.
 * @param answerWithin How long a handler may take before the platform gets an empty
 * answer. Less than 3 seconds, the platform's own limit.
 * @param maxPending Maximum number of clicks, and of events, whose work runs or waits.
 * Beyond it users read that too much is going on, and events are refused with the status
 * 503, so that the platform sends them again.
 * @param maxThreads Maximum number of threads for handlers, and as many for listeners.
 * Without effect on virtual threads.
 */
@ConfigurationProperties("feishu.callback")
public record FeishuCallbackProperties(@Nullable String path, @Nullable String encryptKey,
		@Nullable String verificationToken, boolean legacy, DataSize maxBodySize, Duration maxAge,
		Duration answerWithin, Integer maxPending, Integer maxThreads) {

	public FeishuCallbackProperties(@Nullable String path, @Nullable String encryptKey,
			@Nullable String verificationToken, boolean legacy, @Nullable DataSize maxBodySize,
			@Nullable Duration maxAge, @Nullable Duration answerWithin, @Nullable Integer maxPending,
			@Nullable Integer maxThreads) {
		CallbackLimits standard = CallbackLimits.standard();
		this.path = path;
		this.encryptKey = encryptKey;
		this.verificationToken = verificationToken;
		this.legacy = legacy;
		this.maxBodySize = (maxBodySize != null) ? maxBodySize : standard.bodySize();
		this.maxAge = (maxAge != null) ? maxAge : standard.age();
		this.answerWithin = (answerWithin != null) ? answerWithin : standard.answer();
		this.maxPending = (maxPending != null) ? maxPending : CallbackProcessor.STANDARD_MAX_PENDING;
		this.maxThreads = (maxThreads != null) ? maxThreads : WorkerThreads.STANDARD_MAXIMUM;
	}

	@Override
	public String toString() {
		return "FeishuCallbackProperties[path=" + this.path + "]";
	}

}
