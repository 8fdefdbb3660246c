package io.ephemeral.feishu.simulator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The app whose tokens are good, and the companies that have installed it.
 */
final class App {

	/**
	 * Any of the messaging ones is enough for messages, and any of the others for chats.
	 */
	private static final Set<String> ALL_SCOPES = Set.of("im:message", "im:message:send_as_bot", "im:message:update",
			"im:chat", "im:chat:read", "im:chat:readonly");

	private final String id;

	private final String secret;

	private final boolean store;

	private final Clock clock;

	private final Map<String, Installation> installations = new LinkedHashMap<>();

	private final Tokens appTokens;

	private String ticket = Ids.random();

	private Set<String> scopes = ALL_SCOPES;

	App(String id, String secret, boolean store, Clock clock) {
		this.id = id;
		this.secret = secret;
		this.store = store;
		this.clock = clock;
		this.appTokens = new Tokens("a-", clock);
	}

	/**
	 * Returns the open id of an app's bot.
	 */
	static String botOpenId(String appId) {
		return "ou_" + Ids.of(appId);
	}

	String id() {
		return this.id;
	}

	String secret() {
		return this.secret;
	}

	boolean isStoreApp() {
		return this.store;
	}

	Tokens appTokens() {
		return this.appTokens;
	}

	synchronized Installation install(Tenant tenant) {
		return this.installations.computeIfAbsent(tenant.tenantKey(),
				(key) -> new Installation(tenant, new Tokens("t-", this.clock)));
	}

	synchronized @Nullable Installation installation(String tenantKey) {
		return this.installations.get(tenantKey);
	}

	/**
	 * Finds the company that a token is for.
	 * @throws ApiRefusal if the token is not good
	 */
	synchronized Tenant tenantOf(String token) {
		return this.installations.values()
			.stream()
			.filter((installation) -> installation.tokens().accepts(token))
			.map(Installation::tenant)
			.findFirst()
			.orElseThrow(() -> ApiRefusal.of(ApiError.TOKEN_INVALID));
	}

	synchronized String ticket() {
		return this.ticket;
	}

	/**
	 * Makes a ticket that takes the place of the one before.
	 */
	synchronized String nextTicket() {
		this.ticket = Ids.random();
		return this.ticket;
	}

	synchronized void scopes(Set<String> scopes) {
		this.scopes = Set.copyOf(scopes);
	}

	/**
	 * Requires one of several scopes.
	 * @throws ApiRefusal if the app has none of them
	 */
	synchronized void requireScope(List<String> anyOf) {
		if (anyOf.stream().noneMatch(this.scopes::contains)) {
			throw ApiRefusal.missingScopes(this.id, anyOf);
		}
	}

	/**
	 * Forgets tokens and what the companies have; they stay.
	 */
	synchronized void reset() {
		this.scopes = ALL_SCOPES;
		revokeTokens();
		this.installations.values().forEach((installation) -> installation.tenant().clear());
	}

	synchronized void revokeTokens() {
		this.appTokens.revokeAll();
		this.installations.values().forEach((installation) -> installation.tokens().revokeAll());
	}

	/**
	 * What a company has of the app.
	 */
	record Installation(Tenant tenant, Tokens tokens) {

	}

}
