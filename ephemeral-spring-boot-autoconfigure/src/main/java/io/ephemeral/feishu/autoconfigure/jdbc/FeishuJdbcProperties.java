package io.ephemeral.feishu.autoconfigure.jdbc;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of what the instances of an application share in a relational
 * database. They take effect with the module ephemeral-feishu-jdbc.
 *
 * @param enabled Whether the instances share anything.
 * @param initializeSchema When the tables are created at the start.
 * @param expiries Whether the instances share the expiries of cards.
 * @param callbacks Whether a callback that arrives at two instances is handled once.
 */
@ConfigurationProperties("feishu.jdbc")
public record FeishuJdbcProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("embedded") SchemaInitialization initializeSchema, @DefaultValue("true") boolean expiries,
		@DefaultValue("true") boolean callbacks) {

	/** Name of the property that turns the sharing off. */
	public static final String ENABLED = "feishu.jdbc.enabled";

	/**
	 * Creation of the tables at the start.
	 */
	public enum SchemaInitialization {

		/** Only in an embedded database, such as H2. */
		EMBEDDED,

		/** In each database that has no such tables. */
		ALWAYS,

		/** Never: the scripts in the module create the tables. */
		NEVER

	}

}
