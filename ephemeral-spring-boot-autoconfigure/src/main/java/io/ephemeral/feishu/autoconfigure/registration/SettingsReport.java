package io.ephemeral.feishu.autoconfigure.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.ephemeral.feishu.registration.AppNeeds;

/**
 * Sentences about the settings of an app, with the pages of the developer console.
 *
 * @param platform address of the platform
 * @param appId id of the app
 */
record SettingsReport(URI platform, String appId) {

	/**
	 * Describes what the app certainly lacks.
	 * @return a sentence for each page; none if nothing is known to be missing
	 */
	List<String> missing(AppNeeds missing) {
		return sentences("The app %s lacks %s. Add it at %s, and publish a version", missing);
	}

	/**
	 * Describes what the platform does not show.
	 * @return a sentence for each page; none if everything is shown
	 */
	List<String> hidden(AppNeeds hidden) {
		return sentences("The platform does not show whether the app %s has %s. Check it at %s", hidden);
	}

	/**
	 * Describes what the app certainly has.
	 */
	String present(AppNeeds present) {
		return "The app %s has %s".formatted(this.appId, present.describe());
	}

	private List<String> sentences(String pattern, AppNeeds needs) {
		List<String> sentences = new ArrayList<>();
		AppNeeds scopes = new AppNeeds(needs.scopes(), Set.of(), Set.of());
		if (!scopes.isEmpty()) {
			sentences.add(pattern.formatted(this.appId, scopes.describe(),
					page("auth?q=" + String.join(",", needs.scopes()))));
		}
		AppNeeds others = needs.without(scopes);
		if (!others.isEmpty()) {
			sentences.add(pattern.formatted(this.appId, others.describe(), page("event")));
		}
		return sentences;
	}

	private URI page(String name) {
		return this.platform.resolve("/app/" + this.appId + "/" + name);
	}

}
