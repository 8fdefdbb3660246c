package io.ephemeral.feishu.simulator.tenant;

/**
 * Kind of a chat.
 */
public enum ChatMode {

	/** Group, the only kind of chat that takes ephemeral cards. */
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
