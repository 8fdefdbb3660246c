package io.ephemeral.feishu.autoconfigure.redis;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Configuration properties of what the instances of an application share over Redis. They
 * take effect with the module ephemeral-feishu-redis.
 *
 * @param enabled Whether the instances share anything.
 * @param keyPrefix First part of all keys.
 * @param timeout Maximum wait for slots, after which an instance continues alone. Less
 * than 500 ms, because the limiter waits no longer.
 * @param limits Whether the instances share the limits of the platform.
 * @param tokens Whether the instances share tokens and app tickets.
 * @param expiries Whether the instances share the expiries of cards.
 * @param callbacks Whether a callback that arrives at two instances is handled once.
 */
@ConfigurationProperties("feishu.redis")
public record FeishuRedisProperties(@DefaultValue("true") boolean enabled, @DefaultValue("feishu") String keyPrefix,
		@DefaultValue("400ms") Duration timeout, @DefaultValue("true") boolean limits,
		@DefaultValue("true") boolean tokens, @DefaultValue("true") boolean expiries,
		@DefaultValue("true") boolean callbacks) {

	/** Name of the property that turns the sharing off. */
	public static final String ENABLED = "feishu.redis.enabled";

	public FeishuRedisProperties {
		if (keyPrefix.isBlank() || keyPrefix.contains("{") || keyPrefix.contains("}")) {
			throw new InvalidConfigurationPropertyValueException("feishu.redis.key-prefix", keyPrefix,
					"Expected a text without braces, because the braces of a key decide where a cluster keeps it");
		}
		if (timeout.isNegative() || timeout.isZero() || timeout.toMillis() >= 500) {
			throw new InvalidConfigurationPropertyValueException("feishu.redis.timeout", timeout,
					"Expected more than 0 and less than 500 ms, because the limiter waits no longer");
		}
	}

}
