package io.ephemeral.feishu.registration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Request for an app with certain settings.
 *
 * @param source name of the program that asks
 * @param name suggestion for the name of a new app, in which <code>{user}</code> stands
 * for the person who scans; null for no suggestion
 * @param appId existing app to update; null for a new app
 * @param needs settings to ask for
 */
public record RegistrationRequest(String source, @Nullable String name, @Nullable String appId, AppNeeds needs) {

	public RegistrationRequest {
		Assert.hasText(source, "'source' must not be blank");
	}

	/**
	 * Creates a request for a new app.
	 * @param source name of the program that asks
	 * @param name suggestion for the name of the app
	 * @param needs settings of the app
	 * @return the request
	 */
	public static RegistrationRequest newApp(String source, String name, AppNeeds needs) {
		return new RegistrationRequest(source, name, null, needs);
	}

	/**
	 * Creates a request for further settings of an app.
	 * @param source name of the program that asks
	 * @param appId id of the app
	 * @param needs settings to add; the app keeps its others
	 * @return the request
	 */
	public static RegistrationRequest update(String source, String appId, AppNeeds needs) {
		return new RegistrationRequest(source, null, appId, needs);
	}

}
