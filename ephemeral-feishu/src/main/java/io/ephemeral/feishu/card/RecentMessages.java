package io.ephemeral.feishu.card;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

import io.ephemeral.feishu.MessageId;

/**
 * Most recently added messages, up to a maximum number.
 */
final class RecentMessages {

	private final int capacity;

	private final Set<MessageId> messages = new LinkedHashSet<>();

	RecentMessages(int capacity) {
		this.capacity = capacity;
	}

	synchronized void add(MessageId message) {
		this.messages.remove(message);
		this.messages.add(message);
		if (this.messages.size() > this.capacity) {
			Iterator<MessageId> oldest = this.messages.iterator();
			oldest.next();
			oldest.remove();
		}
	}

	synchronized boolean contains(MessageId message) {
		return this.messages.contains(message);
	}

}
