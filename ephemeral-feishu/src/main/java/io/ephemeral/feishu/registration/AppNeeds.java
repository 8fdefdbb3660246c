package io.ephemeral.feishu.registration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settings of an app without which an application does not work. The sets are sorted.
 *
 * @param scopes scopes of the app itself, such as {@code im:message:send_as_bot}
 * @param events events, such as {@code im.message.receive_v1}
 * @param callbacks callbacks, such as {@code card.action.trigger}
 */
public record AppNeeds(Set<String> scopes, Set<String> events, Set<String> callbacks) {

	public AppNeeds {
		scopes = sorted(scopes);
		events = sorted(events);
		callbacks = sorted(callbacks);
	}

	private static Set<String> sorted(Set<String> names) {
		return Collections.unmodifiableSet(new TreeSet<>(names));
	}

	/**
	 * Returns whether nothing is needed.
	 * @return whether all sets are empty
	 */
	public boolean isEmpty() {
		return this.scopes.isEmpty() && this.events.isEmpty() && this.callbacks.isEmpty();
	}

	/**
	 * Combines these needs with others.
	 * @param others further needs
	 * @return the needs of both
	 */
	public AppNeeds and(AppNeeds others) {
		return new AppNeeds(union(this.scopes, others.scopes), union(this.events, others.events),
				union(this.callbacks, others.callbacks));
	}

	/**
	 * Removes needs from these.
	 * @param others needs to remove
	 * @return the needs that are not among the others
	 */
	public AppNeeds without(AppNeeds others) {
		return new AppNeeds(difference(this.scopes, others.scopes), difference(this.events, others.events),
				difference(this.callbacks, others.callbacks));
	}

	private static Set<String> difference(Set<String> some, Set<String> others) {
		Set<String> rest = new TreeSet<>(some);
		rest.removeAll(others);
		return rest;
	}

	private static Set<String> union(Set<String> some, Set<String> others) {
		Set<String> all = new TreeSet<>(some);
		all.addAll(others);
		return all;
	}

	/**
	 * Describes the needs for a log or a message.
	 * @return such as <em>the scope im:chat:readonly; the event
	 * im.message.receive_v1</em>; <em>nothing</em> if nothing is needed
	 */
	public String describe() {
		List<String> parts = new ArrayList<>();
		describe("scope", this.scopes, parts);
		describe("event", this.events, parts);
		describe("callback", this.callbacks, parts);
		return parts.isEmpty() ? "nothing" : String.join("; ", parts);
	}

	private static void describe(String kind, Set<String> names, List<String> parts) {
		if (!names.isEmpty()) {
			parts.add("the " + kind + ((names.size() == 1) ? " " : "s ") + String.join(", ", names));
		}
	}

}
