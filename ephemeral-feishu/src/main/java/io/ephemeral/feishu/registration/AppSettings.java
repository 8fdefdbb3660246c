package io.ephemeral.feishu.registration;

import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Settings of an app, as far as the platform shows them to the app.
 *
 * @param scopes granted scopes of the app itself; null if the platform does not show them
 * @param events subscribed events; null if the platform does not show them
 * @param callbacks subscribed callbacks; null if the platform does not show them
 */
public record AppSettings(@Nullable Set<String> scopes, @Nullable Set<String> events, @Nullable Set<String> callbacks) {

	/**
	 * Returns the needs that the app certainly does not have.
	 * @param needs needs of the application
	 * @return those of the shown kinds that are not among the settings
	 */
	public AppNeeds missing(AppNeeds needs) {
		return new AppNeeds(missing(needs.scopes(), this.scopes), missing(needs.events(), this.events),
				missing(needs.callbacks(), this.callbacks));
	}

	private static Set<String> missing(Set<String> needed, @Nullable Set<String> present) {
		if (present == null) {
			return Set.of();
		}
		Set<String> missing = new TreeSet<>(needed);
		missing.removeAll(present);
		return missing;
	}

	/**
	 * Returns the needs that the app may or may not have.
	 * @param needs needs of the application
	 * @return those of the kinds that the platform does not show
	 */
	public AppNeeds hidden(AppNeeds needs) {
		return new AppNeeds((this.scopes == null) ? needs.scopes() : Set.of(),
				(this.events == null) ? needs.events() : Set.of(),
				(this.callbacks == null) ? needs.callbacks() : Set.of());
	}

}
