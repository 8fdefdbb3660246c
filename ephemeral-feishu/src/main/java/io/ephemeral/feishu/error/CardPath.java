package io.ephemeral.feishu.error;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Path in a card, in the platform's notation: {@code ROOT}, followed by steps such as
 * {@code -> elements} or {@code -> [1](tag: action)}.
 */
final class CardPath {

	private static final int MAX_STEPS = 64;

	private static final int MAX_LENGTH = 500;

	private static final String ARROW = "(?:->|-&gt;|→)";

	private static final Pattern ROOT = Pattern.compile("\\s*+ROOT", Pattern.CASE_INSENSITIVE);

	/** All quantifiers are possessive, so that there is no backtracking. */
	private static final Pattern STEP = Pattern.compile("\\s*+" + ARROW + "\\s*+"
			+ "(?:[\"'`](?<quoted>[^\"'`]{1,64}+)[\"'`]|(?<name>(?:[^\\s;,()\\[\\]\"'`>→-]|-(?!>|&gt;)){1,64}+))?+"
			+ "(?<indexes>(?:\\s*+\\[[^\\[\\]]{1,64}+\\]){0,4}+)" + "(?:\\s*+\\([^()]{0,200}+\\))?+");

	private static final Pattern INDEX = Pattern.compile("\\[\\s*+[\"'`]?+([^\"'`\\[\\]]++)[\"'`]?+\\]");

	/** End of a path, also after an arrow without a step, and before other words. */
	private static final Pattern END = Pattern
		.compile("(?:\\s*+" + ARROW + "\\s*+)?+(?:[;,]|$)|\\s++(?!" + ARROW + ")");

	private static final Pattern NUMBER = Pattern.compile("\\d++");

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.$:@/-]++");

	private CardPath() {
	}

	/**
	 * Reads a path.
	 * @param text text after {@code ErrPath:}; the path ends at a semicolon, a comma or
	 * the end of the text
	 * @return the path in the notation of the card rules, such as
	 * {@code body.elements[1].columns[0]}; null if the text contains no path, or if a
	 * step cannot be read, because a part of the path would be wrong
	 */
	static @Nullable String read(String text) {
		Matcher matcher = ROOT.matcher(text);
		if (!matcher.lookingAt()) {
			return null;
		}
		StringBuilder path = new StringBuilder();
		int end = matcher.end();
		Matcher step = STEP.matcher(text);
		for (int steps = 0; step.region(end, text.length()).lookingAt() && appendStep(path, step); steps++) {
			if (steps == MAX_STEPS) {
				return null;
			}
			end = step.end();
		}
		boolean whole = END.matcher(text).region(end, text.length()).lookingAt();
		return (whole && !path.isEmpty() && path.length() <= MAX_LENGTH) ? path.toString() : null;
	}

	private static boolean appendStep(StringBuilder path, Matcher step) {
		String name = (step.group("name") != null) ? step.group("name") : step.group("quoted");
		if (name != null) {
			append(path, name.strip());
		}
		Matcher index = INDEX.matcher(step.group("indexes"));
		while (index.find()) {
			append(path, index.group(1).strip());
		}
		return name != null || !step.group("indexes").isEmpty();
	}

	private static void append(StringBuilder path, String name) {
		if (NUMBER.matcher(name).matches()) {
			path.append('[').append(name).append(']');
		}
		else if (NAME.matcher(name).matches()) {
			path.append(path.isEmpty() ? "" : ".").append(name);
		}
		else {
			path.append("[\"").append(name).append("\"]");
		}
	}

}
