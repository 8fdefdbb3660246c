package io.ephemeral.feishu.simulator.tenant;

/**
 * What kind of chat it is, in the platform's words.
 */
public enum ChatMode {

	/** The only one that takes ephemeral cards. */
	GROUP("group"),

	TOPIC("topic"),

	/** One person and the bot. */
	DIRECT("p2p");

	private final String value;

	ChatMode(String value) {
		this.value = value;
	}

	public String value() {
		return this.value;
	}

}
