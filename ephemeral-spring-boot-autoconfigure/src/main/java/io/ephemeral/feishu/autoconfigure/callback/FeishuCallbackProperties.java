package io.ephemeral.feishu.autoconfigure.callback;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.callback.CallbackLimits;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.WorkerThreads;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties of callbacks.
 *
 * @param path Path of callbacks. No route exists unless it is set together with both
 * keys.
 * @param encryptKey Encrypt Key of the developer console, which signs and encrypts
 * callbacks.
 * @param verificationToken Verification Token of the developer console.
 * @param legacy Whether clicks of the older shape are accepted. Their signature is
 * weaker.
 * @param maxBodySize Maximum size of a body.
 * @param maxAge Maximum difference between the time of a callback and now.
 * @param answerWithin Time after which a late handler gets an empty reply. Less than 3
 * seconds, the platform's own limit.
 * @param maxPending Maximum number of clicks, and of events, whose work runs or waits.
 * Beyond it, users see a message that asks them to try again, and events get the status
 * 503, so that the platform sends them again.
 * @param maxThreads Maximum number of threads for handlers, and of threads for listeners.
 * Has no effect on virtual threads.
 * @param doubleClick Time after a reply in which the same click gets the same reply. Zero
 * if each click is handled.
 * @param formerAppSecrets Former app secrets, so that cards sealed with them still work.
 * Members can click a card for 14 days.
 */
@ConfigurationProperties("feishu.callback")
public record FeishuCallbackProperties(@Nullable String path, @Nullable String encryptKey,
		@Nullable String verificationToken, boolean legacy, DataSize maxBodySize, Duration maxAge,
		Duration answerWithin, Integer maxPending, Integer maxThreads, Duration doubleClick,
		List<String> formerAppSecrets) {

	public FeishuCallbackProperties(@Nullable String path, @Nullable String encryptKey,
			@Nullable String verificationToken, boolean legacy, @Nullable DataSize maxBodySize,
			@Nullable Duration maxAge, @Nullable Duration answerWithin, @Nullable Integer maxPending,
			@Nullable Integer maxThreads, @Nullable Duration doubleClick, @Nullable List<String> formerAppSecrets) {
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
		this.doubleClick = (doubleClick != null) ? doubleClick : CallbackProcessor.STANDARD_DOUBLE_CLICK;
		this.formerAppSecrets = (formerAppSecrets != null) ? List.copyOf(formerAppSecrets) : List.of();
	}

	@Override
	public String toString() {
		return "FeishuCallbackProperties[path=" + this.path + "]";
	}

}
