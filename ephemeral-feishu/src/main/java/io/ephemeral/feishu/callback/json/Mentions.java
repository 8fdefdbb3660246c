package io.ephemeral.feishu.callback.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.event.MessageReceived.Mention;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Mentions of a message, without duplicates, and their keys in its text.
 */
final class Mentions {

	/** Noncharacter that replaces a mention or a picture in a text. */
	static final char MARK = '\uFDD0';

	private static final String ALL_KEY = "@_all";

	private static final Set<String> ALL = Set.of("all", ALL_KEY);

	/**
	 * Mention with the blanks around it. A match starts only at the first blank of a run.
	 */
	private static final Pattern MARKED = Pattern.compile("(?<!\\h)\\h*+" + MARK + "[\\h" + MARK + "]*+");

	/** Key of all members, which a message need not list. */
	private static final Pattern OF_ALL = Pattern.compile(ALL_KEY + "(?!\\w)");

	private final Map<String, Mention> byKey = new HashMap<>();

	private final List<Mention> all = new ArrayList<>();

	private final Set<String> known = new HashSet<>();

	private final Pattern keys;

	Mentions(JsonNode nodes) {
		for (JsonNode node : nodes) {
			String key = node.path("key").asString("");
			Mention mention = mention(key, id(node.path("id")), node.path("name").asString(""));
			if (!key.isEmpty()) {
				this.byKey.put(key, mention);
			}
			add(mention, key.isEmpty() ? mention.name() : key);
		}
		this.keys = this.byKey.isEmpty() ? OF_ALL : keys(this.byKey.keySet());
	}

	private static String id(JsonNode ids) {
		return ids.isObject() ? ids.path("open_id").asString("") : ids.asString("");
	}

	private static Mention mention(String key, String id, String name) {
		return (ALL.contains(key) || ALL.contains(id)) ? new Mention(null, name, true)
				: new Mention(openId(id), name, false);
	}

	/** Returns the open id; null for a key or an id of another kind. */
	private static @Nullable String openId(String id) {
		try {
			return Viewer.openId(id).value();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Returns a pattern of keys. A key that ends with a digit must not match the start of
	 * a longer one.
	 */
	private static Pattern keys(Set<String> keys) {
		String known = keys.stream()
			.filter((key) -> !key.equals(ALL_KEY))
			.map((key) -> Pattern.quote(key) + "(?!\\d)|")
			.collect(Collectors.joining());
		return Pattern.compile(known + OF_ALL);
	}

	private void add(Mention mention, String key) {
		String person = (mention.openId() != null) ? mention.openId() : (mention.all() ? ALL_KEY : key);
		if (!person.isEmpty() && this.known.add(person)) {
			this.all.add(mention);
		}
	}

	/**
	 * Adds a mention in rich text.
	 * @param id a key, an open id, or {@code all}
	 * @param name displayed name; may be empty
	 */
	Mention take(String id, String name) {
		Mention listed = this.byKey.get(id);
		if (listed != null) {
			return listed;
		}
		Mention mention = mention(id, id, name);
		add(mention, id.isEmpty() ? name : id);
		return mention;
	}

	/**
	 * Replaces each key with a mark, and adds a mention of all members.
	 */
	String mark(String text) {
		String plain = text.replace(String.valueOf(MARK), "");
		return this.keys.matcher(plain).replaceAll((key) -> {
			if (key.group().equals(ALL_KEY)) {
				take(ALL_KEY, "");
			}
			return String.valueOf(MARK);
		});
	}

	/**
	 * Removes the marks. If there was a blank beside a mark within a line, one blank
	 * stays between the texts on both sides.
	 */
	static String withoutMarks(String text) {
		return (text.indexOf(MARK) < 0) ? text : MARKED.matcher(text).replaceAll((mark) -> {
			boolean within = mark.start() > 0 && !isLineEnd(text.charAt(mark.start() - 1)) && mark.end() < text.length()
					&& !isLineEnd(text.charAt(mark.end()));
			return (within && mark.group().chars().anyMatch((character) -> character != MARK)) ? " " : "";
		});
	}

	private static boolean isLineEnd(char character) {
		return character == '\n' || character == '\r';
	}

	List<Mention> all() {
		return this.all;
	}

}
