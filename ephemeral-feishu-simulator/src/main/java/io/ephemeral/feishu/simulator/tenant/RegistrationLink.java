package io.ephemeral.feishu.simulator.tenant;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import io.netty.handler.codec.http.QueryStringDecoder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Link of the page that confirms a registration, with what it asks for.
 *
 * @param appId app to update; empty for a new one
 */
public record RegistrationLink(String userCode, String appId, AppGrants requested) {

	private static final Map<String, Set<String>> FIELDS = Map.of("", Set.of("preset", "scopes", "events", "callbacks"),
			"/scopes", Set.of("tenant", "user"), "/events", Set.of("items"), "/events/items", Set.of("tenant", "user"),
			"/callbacks", Set.of("items"));

	/**
	 * Reads a link. Settings that cannot be read, or have any other field, are ignored as
	 * a whole, as on the platform.
	 */
	public static RegistrationLink of(URI link) {
		Map<String, List<String>> query = new QueryStringDecoder(link).parameters();
		return new RegistrationLink(first(query, "user_code"), first(query, "clientID"),
				requested(first(query, "addons")));
	}

	private static String first(Map<String, List<String>> query, String name) {
		List<String> values = query.getOrDefault(name, List.of());
		return values.isEmpty() ? "" : values.get(0);
	}

	private static AppGrants requested(String addons) {
		try {
			JsonNode json = Json.parse(unpack(Base64.getUrlDecoder().decode(addons)));
			return FIELDS.entrySet().stream().allMatch((part) -> hasOnly(json.at(part.getKey()), part.getValue()))
					? new AppGrants(names(json, "/scopes/tenant"), names(json, "/events/items/tenant"),
							names(json, "/callbacks/items"))
					: AppGrants.NONE;
		}
		catch (IOException | IllegalArgumentException | JacksonException ex) {
			return AppGrants.NONE;
		}
	}

	private static String unpack(byte[] gzip) throws IOException {
		return new String(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes(), StandardCharsets.UTF_8);
	}

	private static boolean hasOnly(JsonNode part, Set<String> fields) {
		return fields.containsAll(part.propertyNames());
	}

	private static Set<String> names(JsonNode json, String path) {
		Set<String> names = new HashSet<>();
		json.at(path).forEach((name) -> names.add(name.asString("")));
		return names;
	}

}
