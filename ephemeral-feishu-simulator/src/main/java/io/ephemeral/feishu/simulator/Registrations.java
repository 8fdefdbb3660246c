package io.ephemeral.feishu.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import io.ephemeral.feishu.simulator.tenant.App;
import io.ephemeral.feishu.simulator.tenant.AppRegistrations;
import io.ephemeral.feishu.simulator.tenant.RegistrationLink;

/**
 * Registrations of the app by scans. A person who scans the link of an application
 * confirms or refuses it:
 *
 * <pre>{@code
 * feishu.registrations().scan(link, "ada");
 * }</pre>
 * <p>
 * The simulator has one app. A registration makes it an app with exactly the scopes,
 * events and callbacks that the link asks for, until {@link FeishuSimulator#reset()}.
 * Events and callbacks that the app does not have are not sent. Names that the simulator
 * does not know are dropped silently, as on the platform.
 * <p>
 * Tests in other languages use {@code POST /simulator/registrations} with a JSON object:
 * {@code link}, {@code action} ({@code scan} or {@code deny}), and {@code member} for a
 * scan.
 */
public final class Registrations {

	private final App app;

	private final AppRegistrations registrations;

	Registrations(App app, AppRegistrations registrations) {
		this.app = app;
		this.registrations = registrations;
	}

	/**
	 * Confirms a registration.
	 * @param link link that the application shows
	 * @param member name of the person who scans
	 * @throws IllegalArgumentException if the link is for the update of another app
	 * @throws IllegalStateException if no registration waits for this link
	 */
	public void scan(URI link, String member) {
		RegistrationLink read = RegistrationLink.of(link);
		boolean update = !read.appId().isEmpty();
		if (update && !read.appId().equals(this.app.id())) {
			throw new IllegalArgumentException("The simulator has no app " + read.appId());
		}
		this.registrations.confirm(read.userCode(), member, read.requested(), update);
	}

	/**
	 * Refuses a registration.
	 * @param link link that the application shows
	 * @throws IllegalStateException if no registration waits for this link
	 */
	public void deny(URI link) {
		this.registrations.deny(RegistrationLink.of(link).userCode());
	}

	/**
	 * Ends the time of all registrations that wait.
	 */
	public void expire() {
		this.registrations.expire();
	}

	/**
	 * Drops names from everything that is asked for, silently. No names at first.
	 * @param names scopes, events and callbacks
	 */
	public void drop(String... names) {
		this.registrations.drop(Set.of(names));
	}

	/**
	 * Makes the people who scan members of Lark. The application then has to ask once
	 * more before it gets the app.
	 */
	public void moveToLark() {
		this.registrations.ofLark();
	}

	/**
	 * Refuses the next poll as one that came too early.
	 */
	public void slowDown() {
		this.registrations.busy();
	}

	/**
	 * Sets the time between two polls of registrations that begin from now on, 5 seconds
	 * at first.
	 * @param interval the time; a part of a second is possible, unlike on the platform
	 */
	public void interval(Duration interval) {
		this.registrations.interval(interval);
	}

	/**
	 * Returns the scopes of the app.
	 * @return the scopes now
	 */
	public Set<String> scopes() {
		return this.app.grants().scopes();
	}

	/**
	 * Returns the events of the app.
	 * @return the events now
	 */
	public Set<String> events() {
		return this.app.grants().events();
	}

	/**
	 * Returns the callbacks of the app.
	 * @return the callbacks now
	 */
	public Set<String> callbacks() {
		return this.app.grants().callbacks();
	}

	@Override
	public String toString() {
		return "registrations of " + this.app.id();
	}

}
