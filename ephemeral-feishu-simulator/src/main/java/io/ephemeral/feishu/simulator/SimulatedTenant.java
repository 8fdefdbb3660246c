package io.ephemeral.feishu.simulator;

import java.util.List;

import io.ephemeral.feishu.simulator.event.Clicks;
import io.ephemeral.feishu.simulator.tenant.App;

/**
 * Tenant that has installed the store app, with its own chats, people and tokens.
 */
public final class SimulatedTenant {

	private final App.Installation installation;

	private final ChatHandles chats;

	SimulatedTenant(App.Installation installation, Clicks clicks) {
		this.installation = installation;
		this.chats = new ChatHandles(installation.tenant(), clicks);
	}

	/**
	 * Returns the key of the tenant.
	 * @return the tenant key
	 */
	public String key() {
		return this.installation.tenant().tenantKey();
	}

	/**
	 * Creates a group chat with the bot in it.
	 * @param memberNames names such as {@code ada}; the same name is the same person in
	 * every chat of this tenant
	 * @return the chat
	 */
	public SimulatedChat createChat(String... memberNames) {
		return new SimulatedChat.Builder(this.chats).members(memberNames).create();
	}

	/**
	 * Returns the groups in the order of their creation, without the
	 * {@linkplain SimulatedMember#directChat() direct chats}.
	 * @return the chats
	 */
	public List<SimulatedChat> chats() {
		return this.chats.groups();
	}

	/**
	 * Makes all tokens of this tenant invalid at once.
	 */
	public void revokeTokens() {
		this.installation.tokens().revokeAll();
	}

	@Override
	public String toString() {
		return "tenant " + key();
	}

}
