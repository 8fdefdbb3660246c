package io.ephemeral.feishu.autoconfigure;

import java.time.Duration;

import io.ephemeral.feishu.connection.LongConnectionOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of the long connection.
 *
 * @param enabled Whether events and clicks arrive over a long connection, for which the
 * application needs no public address. For self-built apps only.
 * @param pingInterval Time between pings, if shorter than the time that the platform
 * sets.
 * @param pongTimeout Time after a ping in which the platform must respond. After that,
 * another connection is opened.
 * @param connectTimeout Maximum time for each of the two steps that open a connection.
 */
@ConfigurationProperties("feishu.long-connection")
public record FeishuLongConnectionProperties(@DefaultValue("false") boolean enabled, @Nullable Duration pingInterval,
		@DefaultValue("15s") Duration pongTimeout, @DefaultValue("10s") Duration connectTimeout) {

	/** Name of the property that turns the long connection on. */
	public static final String ENABLED = "feishu.long-connection.enabled";

	/**
	 * Returns the times as the library takes them.
	 * @return the options
	 */
	public LongConnectionOptions options() {
		return new LongConnectionOptions(this.pingInterval, this.pongTimeout, this.connectTimeout);
	}

}
