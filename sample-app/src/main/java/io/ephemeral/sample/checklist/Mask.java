package io.ephemeral.sample.checklist;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Mask over everything in a report that names a person, a group, a tenant or an app, or
 * that is secret. The same value always gets the same mask, such as {@code ou_1}, so that
 * a reader can compare ids.
 */
final class Mask {

	private static final String HIDDEN = "***";

	private static final Pattern QUERY = Pattern.compile("\\b((?:https?|wss?)://[^\\s\"'?#<>]*)[?#][^\\s\"'<>)]*");

	private static final Pattern BEARER = Pattern.compile("(?i)\\bbearer\\s+\\S+");

	private static final Pattern EMAIL = Pattern.compile("[\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)+");

	private static final Pattern ID = Pattern
		.compile("(?<![A-Za-z0-9])(ou|on|oc|omt|om|cli|od|img(?=_[\\w-]*\\d)|file(?=_[\\w-]*\\d))_[\\w-]{6,}");

	private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9])([ctua])-[\\w.-]{8,}");

	private static final Pattern UUID = Pattern
		.compile("(?i)(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z])");

	/** Log ids, event ids, tenant keys, and secrets of other apps. */
	private static final Pattern LONG = Pattern.compile("(?<![A-Za-z0-9])(?=[A-Za-z]*\\d)[A-Za-z0-9]{16,}");

	/** Masks of whole values by the names of their properties. */
	private static final Map<String, String> KINDS = Map.of("user_id", "user", "tenant_key", "tenant", "event_id",
			"event", "name", "name", "app_name", "name", "description", "text", "content", "text", "avatar", "url",
			"avatar_url", "url", "owner_id", "owner");

	private static final Set<String> TIMES = Set.of("create_time", "update_time", "ts");

	/** Only the token of a click has a prefix. */
	private static final String VERIFICATION_TOKEN = "token";

	private final Set<String> secrets = new LinkedHashSet<>();

	private final Map<String, String> masks = new HashMap<>();

	private final Map<String, Integer> counts = new HashMap<>();

	/**
	 * Hides a secret from now on.
	 * @param secret a secret; a blank one has no effect
	 */
	void hide(String secret) {
		if (!secret.isBlank()) {
			this.secrets.add(secret);
		}
	}

	/**
	 * Masks a text.
	 * @param text a text, perhaps from the platform
	 * @return the text without secrets and ids
	 */
	String text(String text) {
		String masked = text;
		for (String secret : this.secrets) {
			masked = masked.replace(secret, HIDDEN);
		}
		masked = QUERY.matcher(masked).replaceAll("$1?…");
		masked = BEARER.matcher(masked).replaceAll(Matcher.quoteReplacement("Bearer " + HIDDEN));
		masked = replace(EMAIL, masked, (match) -> mask("email_", match.group()));
		masked = replace(ID, masked, (match) -> mask(match.group(1) + "_", match.group()));
		masked = replace(TOKEN, masked, (match) -> mask(match.group(1) + "-", match.group()));
		masked = replace(UUID, masked, (match) -> mask("id_", match.group()));
		return replace(LONG, masked, (match) -> mask("id_", match.group()));
	}

	private static String replace(Pattern pattern, String text, Masking masking) {
		return pattern.matcher(text).replaceAll((match) -> Matcher.quoteReplacement(masking.of(match)));
	}

	private String mask(String kind, String value) {
		return this.masks.computeIfAbsent(value, (unknown) -> kind + this.counts.merge(kind, 1, Integer::sum));
	}

	/**
	 * Masks JSON of the platform. Its shape stays the same.
	 * @param json any JSON
	 * @return a copy without secrets, ids, names, contents of messages and times
	 */
	JsonNode json(JsonNode json) {
		if (json.isObject()) {
			ObjectNode masked = JsonNodeFactory.instance.objectNode();
			json.properties().forEach((property) -> masked.set(text(property.getKey()), property(json, property)));
			return masked;
		}
		if (json.isArray()) {
			ArrayNode masked = JsonNodeFactory.instance.arrayNode();
			json.forEach((item) -> masked.add(json(item)));
			return masked;
		}
		return json.isString() ? StringNode.valueOf(text(json.stringValue())) : json;
	}

	private JsonNode property(JsonNode parent, Map.Entry<String, JsonNode> property) {
		JsonNode value = property.getValue();
		if (!value.isString() || value.stringValue().isEmpty()) {
			return json(value);
		}
		return StringNode.valueOf(property(parent, property.getKey(), value.stringValue()));
	}

	private String property(JsonNode parent, String name, String value) {
		if (TIMES.contains(name)) {
			return value.replaceAll("\\d", "0");
		}
		if (name.equals(VERIFICATION_TOKEN) && !TOKEN.matcher(value).matches()) {
			return HIDDEN;
		}
		String kind = KINDS.get(name);
		boolean ofComponent = parent.has("tag");
		boolean hasPrefix = ID.matcher(value).matches();
		return (kind == null || ofComponent || hasPrefix) ? text(value) : mask(kind + "_", value);
	}

	private interface Masking {

		String of(MatchResult match);

	}

}
