package io.ephemeral.feishu.simulator.tenant;

import java.time.ZoneId;
import java.util.Locale;

/**
 * Person of a {@link Tenant}, in any number of chats.
 */
public final class Person {

	private final String name;

	private final String openId;

	private final String userId;

	private final String email;

	private final String unionId;

	private volatile boolean online = true;

	private volatile Locale language = Locale.US;

	private volatile ZoneId zone = ZoneId.systemDefault();

	Person(String appId, String name) {
		this.name = name;
		// An open id is valid for one app only; the other ids belong to the tenant.
		this.openId = "ou_" + Ids.of(appId + "/" + name);
		this.userId = Ids.of(name).substring(0, 12);
		this.email = emailOf(name);
		this.unionId = "on_" + Ids.of(name);
	}

	static String emailOf(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", ".") + "@example.com";
	}

	public String name() {
		return this.name;
	}

	public String email() {
		return this.email;
	}

	public String openId() {
		return this.openId;
	}

	public String userId() {
		return this.userId;
	}

	public String unionId() {
		return this.unionId;
	}

	/**
	 * Returns the language in the platform's spelling, such as {@code en_US}.
	 */
	public String language() {
		return this.language.toString();
	}

	/**
	 * Returns the language as browsers spell it, such as {@code en-US}.
	 */
	public String languageTag() {
		return this.language.toLanguageTag();
	}

	public void language(Locale language) {
		this.language = language;
	}

	public ZoneId zone() {
		return this.zone;
	}

	public void zone(ZoneId zone) {
		this.zone = zone;
	}

	public boolean isOnline() {
		return this.online;
	}

	void online(boolean online) {
		this.online = online;
	}

	/**
	 * Returns whether an id belongs to this person.
	 */
	boolean has(String idField, String id) {
		return switch (idField) {
			case "open_id" -> this.openId.equals(id);
			case "user_id" -> this.userId.equals(id);
			case "union_id" -> this.unionId.equals(id);
			case "email" -> this.email.equalsIgnoreCase(id);
			default -> throw new IllegalArgumentException("There is no kind of id '" + idField + "'");
		};
	}

}
