package io.ephemeral.feishu.simulator.leak;

import java.util.Set;
import java.util.TreeSet;

/**
 * Place at which the words of a {@link Canary} were seen, although they are not allowed
 * there.
 *
 * @param canary the words, masked in the middle
 * @param place place, such as {@code a card in chat 'Lunch'} or
 * {@code a log line of com.example.Bot}
 * @param people names of the people who saw it; empty outside of screens
 * @param excerpt text around the words, which are masked
 */
public record Leak(String canary, String place, Set<String> people, String excerpt) {

	/**
	 * Copies the names.
	 */
	public Leak {
		people = Set.copyOf(people);
	}

	@Override
	public String toString() {
		String reached = this.people.isEmpty() ? "" : " reached " + String.join(", ", new TreeSet<>(this.people));
		return "'%s'%s in %s: …%s…".formatted(this.canary, reached, this.place, this.excerpt);
	}

}
