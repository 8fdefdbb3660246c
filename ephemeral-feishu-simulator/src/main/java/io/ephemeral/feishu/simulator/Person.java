package io.ephemeral.feishu.simulator;

import java.util.Locale;

/**
 * Somebody of the tenant, in any number of chats. Guarded by the {@link Tenant}.
 */
final class Person {

	private final String name;

	private final String openId;

	private final String userId;

	private final String email;

	private boolean online = true;

	Person(String appId, String name) {
		this.name = name;
		// An open id is good for one app only; the other ids belong to the tenant.
		this.openId = "ou_" + Ids.of(appId + "/" + name);
		this.userId = Ids.of(name).substring(0, 12);
		this.email = emailOf(name);
	}

	static String emailOf(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", ".") + "@example.com";
	}

	String name() {
		return this.name;
	}

	String email() {
		return this.email;
	}

	boolean isOnline() {
		return this.online;
	}

	void online(boolean online) {
		this.online = online;
	}

	/**
	 * Whether this is whom a field of a send request means.
	 */
	boolean has(String idField, String id) {
		return switch (idField) {
			case "open_id" -> this.openId.equals(id);
			case "user_id" -> this.userId.equals(id);
			case "email" -> this.email.equalsIgnoreCase(id);
			default -> throw new IllegalArgumentException("No id field: " + idField);
		};
	}

	SimulatedMember asMember() {
		return new SimulatedMember(this.name, this.openId, this.userId, this.email, this.online);
	}

}
