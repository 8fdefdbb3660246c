package io.ephemeral.feishu.autoconfigure.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.ephemeral.feishu.registration.AppNeeds;
import io.ephemeral.feishu.registration.AppSettings;

/**
 * Sentences about what an app lacks, with the pages of the developer console.
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
		List<String> sentences = new ArrayList<>();
		if (!missing.scopes().isEmpty()) {
			sentences.add("The app %s lacks %s. Add it at %s, and publish a version".formatted(this.appId,
					new AppNeeds(missing.scopes(), Set.of(), Set.of()).describe(), scopesPage(missing.scopes())));
		}
		AppNeeds others = new AppNeeds(Set.of(), missing.events(), missing.callbacks());
		if (!others.isEmpty()) {
			sentences.add("The app %s lacks %s. Add it at %s, and publish a version".formatted(this.appId,
					others.describe(), page("event")));
		}
		return sentences;
	}

	/**
	 * Describes what the platform does not show.
	 * @return a sentence for each page; none if everything is shown
	 */
	List<String> hidden(AppNeeds hidden) {
		List<String> sentences = new ArrayList<>();
		if (!hidden.scopes().isEmpty()) {
			sentences.add(unknown(new AppNeeds(hidden.scopes(), Set.of(), Set.of()), scopesPage(hidden.scopes())));
		}
		AppNeeds others = new AppNeeds(Set.of(), hidden.events(), hidden.callbacks());
		if (!others.isEmpty()) {
			sentences.add(unknown(others, page("event")));
		}
		return sentences;
	}

	private String unknown(AppNeeds needs, String page) {
		return "The platform does not show whether the app %s has %s. Check it at %s".formatted(this.appId,
				needs.describe(), page);
	}

	/**
	 * Describes what the app has.
	 */
	String present(AppNeeds needs, AppSettings settings) {
		AppNeeds hidden = settings.hidden(needs);
		Set<String> scopes = hidden.scopes().isEmpty() ? needs.scopes() : Set.of();
		Set<String> events = hidden.events().isEmpty() ? needs.events() : Set.of();
		Set<String> callbacks = hidden.callbacks().isEmpty() ? needs.callbacks() : Set.of();
		return "The app %s has %s".formatted(this.appId, new AppNeeds(scopes, events, callbacks).describe());
	}

	private String scopesPage(Set<String> scopes) {
		return page("auth") + "?q=" + String.join(",", scopes);
	}

	private String page(String name) {
		return this.platform.resolve("/app/" + this.appId + "/" + name).toString();
	}

}
