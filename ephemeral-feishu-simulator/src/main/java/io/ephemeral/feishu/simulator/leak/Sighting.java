package io.ephemeral.feishu.simulator.leak;

import java.util.Set;

/**
 * Text that left the application.
 *
 * @param place place where it was seen, such as {@code a toast in chat 'Lunch'}
 * @param reach who can see it there
 * @param people names of the people who saw it; empty outside of screens
 * @param text text, JSON of a card, or several texts
 */
public record Sighting(String place, Reach reach, Set<String> people, String text) {

	public Sighting {
		people = Set.copyOf(people);
	}

	@Override
	public String toString() {
		return "Sighting[" + this.place + "]";
	}

	/**
	 * Kind of audience.
	 */
	public enum Reach {

		/** The people of the sighting only. */
		PEOPLE,

		/** Everybody in the chat, also members who join later. */
		EVERYBODY,

		/** Others than the members, as in a log. */
		ELSEWHERE

	}

}
