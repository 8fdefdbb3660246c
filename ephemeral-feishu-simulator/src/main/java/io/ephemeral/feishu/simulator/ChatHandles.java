package io.ephemeral.feishu.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.ephemeral.feishu.simulator.event.Clicks;
import io.ephemeral.feishu.simulator.tenant.Chat;
import io.ephemeral.feishu.simulator.tenant.Tenant;

/**
 * Handles of the chats of a tenant, one for each chat.
 */
final class ChatHandles {

	private final Tenant tenant;

	private final Clicks clicks;

	private final Map<Chat, SimulatedChat> handles = new ConcurrentHashMap<>();

	ChatHandles(Tenant tenant, Clicks clicks) {
		this.tenant = tenant;
		this.clicks = clicks;
	}

	Tenant tenant() {
		return this.tenant;
	}

	Clicks clicks() {
		return this.clicks;
	}

	SimulatedChat of(Chat chat) {
		SimulatedChat handle = this.handles.get(chat);
		return (handle != null) ? handle : add(chat);
	}

	/** A reset removes chats, so a new chat is the time to forget their handles. */
	private SimulatedChat add(Chat chat) {
		this.handles.keySet().retainAll(new HashSet<>(this.tenant.chats()));
		return this.handles.computeIfAbsent(chat, (key) -> new SimulatedChat(this, key));
	}

	List<SimulatedChat> groups() {
		return this.tenant.groups().stream().map(this::of).toList();
	}

}
