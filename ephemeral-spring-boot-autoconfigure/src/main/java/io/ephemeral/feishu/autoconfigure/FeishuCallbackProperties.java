package io.ephemeral.feishu.autoconfigure;

import java.time.Duration;

import io.ephemeral.feishu.callback.CallbackLimits;
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
 * @param maxBodySize Largest body that is read.
 * @param maxAge How far the time of a callback may be from now.
 * @param answerWithin How long a handler may take before the platform gets an empty
 * answer. Less than 3 seconds, the platform's own limit.
 */
@ConfigurationProperties("feishu.callback")
public record FeishuCallbackProperties(@Nullable String path, @Nullable String encryptKey,
		@Nullable String verificationToken, DataSize maxBodySize, Duration maxAge, Duration answerWithin) {

	public FeishuCallbackProperties(@Nullable String path, @Nullable String encryptKey,
			@Nullable String verificationToken, @Nullable DataSize maxBodySize, @Nullable Duration maxAge,
			@Nullable Duration answerWithin) {
		CallbackLimits standard = CallbackLimits.standard();
		this.path = path;
		this.encryptKey = encryptKey;
		this.verificationToken = verificationToken;
		this.maxBodySize = (maxBodySize != null) ? maxBodySize : standard.bodySize();
		this.maxAge = (maxAge != null) ? maxAge : standard.age();
		this.answerWithin = (answerWithin != null) ? answerWithin : standard.answer();
	}

	@Override
	public String toString() {
		return "FeishuCallbackProperties[path=" + this.path + "]";
	}

}
