package io.ephemeral.feishu.simulator.leak;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Latest texts that left the application, also if they are gone from the screens.
 */
public final class Sightings {

	/** Characters of all texts together. */
	private static final int MAX_LENGTH = 32 * 1024 * 1024;

	private final Deque<Sighting> sightings = new ArrayDeque<>();

	private int length;

	public synchronized void add(Sighting sighting) {
		this.sightings.add(sighting);
		this.length += sighting.text().length();
		while (this.length > MAX_LENGTH) {
			this.length -= this.sightings.remove().text().length();
		}
	}

	public synchronized List<Sighting> all() {
		return List.copyOf(this.sightings);
	}

	public synchronized void clear() {
		this.sightings.clear();
		this.length = 0;
	}

}
