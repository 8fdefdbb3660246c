package io.ephemeral.feishu.simulator.connection;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.ephemeral.feishu.simulator.tenant.Ids;

/**
 * Tickets for long connections. Each one opens one connection.
 */
final class Tickets {

	private static final int MAX_UNUSED = 1000;

	private static final long FIRST_DEVICE_ID = 7_000_000_000_000_000_000L;

	private static final long DEVICE_IDS = 1_000_000_000_000_000_000L;

	/** Access keys by unused ticket. */
	private final Map<String, String> unused = new LinkedHashMap<>();

	/**
	 * Creates a ticket.
	 * @return query of the URL that the ticket opens
	 */
	synchronized String issue(int service) {
		String ticket = UUID.randomUUID().toString();
		String accessKey = Ids.random();
		this.unused.put(ticket, accessKey);
		if (this.unused.size() > MAX_UNUSED) {
			Iterator<String> oldest = this.unused.keySet().iterator();
			oldest.next();
			oldest.remove();
		}
		long deviceId = FIRST_DEVICE_ID + ThreadLocalRandom.current().nextLong(DEVICE_IDS);
		return "fpid=493&aid=552564&device_id=%d&access_key=%s&service_id=%d&ticket=%s".formatted(deviceId, accessKey,
				service, ticket);
	}

	/**
	 * Uses a ticket.
	 * @return whether the ticket is valid and was not used before
	 */
	synchronized boolean use(String ticket, String accessKey) {
		return this.unused.remove(ticket, accessKey);
	}

	synchronized void clear() {
		this.unused.clear();
	}

}
