package io.ephemeral.feishu.simulator.tenant;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * App with its tokens, and the tenants that have installed it.
 */
public final class App {

	private final String id;

	private final String secret;

	private final boolean store;

	private final Clock clock;

	private final Map<String, Installation> installations = new LinkedHashMap<>();

	private final Tokens appTokens;

	private String ticket = Ids.random();

	private AppGrants grants = AppGrants.ALL;

	public App(String id, String secret, boolean store, Clock clock) {
		this.id = id;
		this.secret = secret;
		this.store = store;
		this.clock = clock;
		this.appTokens = new Tokens("a-", clock);
	}

	/**
	 * Returns the open id of an app's bot.
	 */
	public static String botOpenId(String appId) {
		return "ou_" + Ids.of(appId);
	}

	public String id() {
		return this.id;
	}

	public String secret() {
		return this.secret;
	}

	public boolean isStoreApp() {
		return this.store;
	}

	public Tokens appTokens() {
		return this.appTokens;
	}

	public synchronized Installation install(Tenant tenant) {
		return this.installations.computeIfAbsent(tenant.tenantKey(),
				(key) -> new Installation(tenant, new Tokens("t-", this.clock)));
	}

	public synchronized List<Tenant> tenants() {
		return this.installations.values().stream().map(Installation::tenant).toList();
	}

	public synchronized @Nullable Installation installation(String tenantKey) {
		return this.installations.get(tenantKey);
	}

	/**
	 * Finds the tenant of a token.
	 * @throws ApiRefusal if the token is not valid
	 */
	public synchronized Tenant tenantOf(String token) {
		return this.installations.values()
			.stream()
			.filter((installation) -> installation.tokens().accepts(token))
			.map(Installation::tenant)
			.findFirst()
			.orElseThrow(() -> ApiRefusal.of(ApiError.TOKEN_INVALID));
	}

	public synchronized String ticket() {
		return this.ticket;
	}

	/**
	 * Creates a ticket, which makes the previous one invalid.
	 */
	public synchronized String nextTicket() {
		this.ticket = Ids.random();
		return this.ticket;
	}

	public synchronized void scopes(Set<String> scopes) {
		this.grants = this.grants.withScopes(scopes);
	}

	public synchronized AppGrants grants() {
		return this.grants;
	}

	synchronized void grants(AppGrants grants) {
		this.grants = grants;
	}

	/**
	 * Requires one of several scopes.
	 * @throws ApiRefusal if the app has none of them
	 */
	public synchronized void requireScope(List<String> anyOf) {
		if (!this.grants.hasAnyScope(anyOf)) {
			throw ApiRefusal.missingScopes(this.id, anyOf);
		}
	}

	/**
	 * Forgets tokens and the state of the tenants. The installations stay.
	 */
	public synchronized void reset() {
		this.grants = AppGrants.ALL;
		revokeTokens();
		this.installations.values().forEach((installation) -> installation.tenant().clear());
	}

	public synchronized void revokeTokens() {
		this.appTokens.revokeAll();
		this.installations.values().forEach((installation) -> installation.tokens().revokeAll());
	}

	/**
	 * Installation of the app for a tenant.
	 */
	public record Installation(Tenant tenant, Tokens tokens) {

	}

}
