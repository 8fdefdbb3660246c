package io.ephemeral.feishu.callback;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Work of the application that waits or runs.
 *
 * @param kind kind of the work
 * @param name name of the handler, or type of the event
 * @param action action of the click; null for a listener
 * @param id id of the click or event; never the token of a click of the older shape
 * @param age time since the work was accepted
 */
public record RunningWork(Kind kind, String name, @Nullable String action, String id, Duration age) {

	/** Kind of work. */
	public enum Kind {

		/** Handler of a click, until its reply. */
		HANDLER("handlers"),

		/** Work after a reply ({@code afterwards}). */
		AFTERWARDS("afterwards"),

		/** Listeners of an event. */
		LISTENER("listeners");

		private final String plural;

		Kind(String plural) {
			this.plural = plural;
		}

		String plural() {
			return this.plural;
		}

	}

}
