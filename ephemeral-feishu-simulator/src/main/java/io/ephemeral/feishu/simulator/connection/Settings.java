package io.ephemeral.feishu.simulator.connection;

/**
 * Settings of the long connections.
 *
 * @param config configuration for clients
 * @param pong payload of pongs, or one of the constants
 * @param limit largest number of open connections
 * @param partSize number of bytes above which a message is split
 */
public record Settings(ClientConfig config, String pong, int limit, int partSize) {

	/** Pongs contain the configuration. */
	public static final String CONFIG_PONG = "config";

	/** Pongs have no payload. */
	public static final String EMPTY_PONG = "";

	/** Pings get no pong. */
	public static final String NO_PONG = "none";

	static final Settings DEFAULT = new Settings(ClientConfig.DEFAULT, CONFIG_PONG, 50, 64 * 1024);

	public Settings with(ClientConfig config) {
		return new Settings(config, this.pong, this.limit, this.partSize);
	}

	public Settings withPong(String pong) {
		return new Settings(this.config, pong, this.limit, this.partSize);
	}

	public Settings withLimit(int limit) {
		return new Settings(this.config, this.pong, limit, this.partSize);
	}

	public Settings withPartSize(int partSize) {
		return new Settings(this.config, this.pong, this.limit, partSize);
	}

}
