package io.ephemeral.feishu.card.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Text as a Java literal.
 */
final class JavaText {

	private static final int ZERO_WIDTH_JOINER = 0x200D;

	private JavaText() {
	}

	/** Returns the text in quotation marks. */
	static String quoted(String text) {
		return '"' + escape(text).replace("\n", "\\n").replace("\"", "\\\"") + '"';
	}

	/** Returns whether a text block can contain the text. */
	static boolean fitsBlock(String text) {
		return text.lines()
			.noneMatch((line) -> !line.isEmpty() && (isLost(line.charAt(0)) || isLost(line.charAt(line.length() - 1))));
	}

	/** The compiler removes blanks from the ends of lines, before it reads escapes. */
	private static boolean isLost(char character) {
		return Character.isWhitespace(character) && character > ' ' && !isEscaped(character);
	}

	/**
	 * Returns the lines of a text block, without its delimiters.
	 * @param width most characters of a line; a longer one is continued on the next
	 */
	static List<String> block(String text, int width) {
		List<String> lines = new ArrayList<>();
		boolean isIndented = text.lines().allMatch((line) -> line.isBlank() || line.startsWith(" "));
		for (String line : escape(text).replace("\"\"\"", "\\\"\\\"\\\"").split("\n", -1)) {
			wrap(keepBlanks(line, isIndented), width, lines);
		}
		int last = lines.size() - 1;
		if (lines.get(last).endsWith("\"")) {
			lines.set(last, lines.get(last).substring(0, lines.get(last).length() - 1) + "\\\"");
		}
		return lines;
	}

	/**
	 * The compiler removes blanks from the ends of lines, and the indentation that all
	 * lines have.
	 */
	private static String keepBlanks(String line, boolean isIndented) {
		String kept = (isIndented && line.startsWith(" ")) ? "\\s" + line.substring(1) : line;
		return kept.endsWith(" ") ? kept.substring(0, kept.length() - 1) + "\\s" : kept;
	}

	private static void wrap(String line, int width, List<String> lines) {
		String rest = line;
		while (rest.length() > width) {
			int blank = rest.lastIndexOf(' ', width - 2);
			if (blank <= 0 || rest.charAt(blank + 1) == ' ') {
				break;
			}
			lines.add(rest.substring(0, blank + 1) + "\\");
			rest = rest.substring(blank + 1);
		}
		lines.add(rest);
	}

	/** Escapes everything but line feeds and quotation marks. */
	private static String escape(String text) {
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		text.codePoints().forEach((character) -> append(character, escaped));
		return escaped.toString();
	}

	private static void append(int character, StringBuilder escaped) {
		switch (character) {
			case '\\' -> escaped.append("\\\\");
			case '\t' -> escaped.append("\\t");
			case '\r' -> escaped.append("\\r");
			case '\n' -> escaped.append('\n');
			default -> {
				if (character < ' ') {
					escaped.append(String.format("\\%03o", character));
				}
				else if (isEscaped(character)) {
					Character.toString(character)
						.chars()
						.forEach((unit) -> escaped.append(String.format("\\u%04x", unit)));
				}
				else {
					escaped.appendCodePoint(character);
				}
			}
		}
	}

	/** Returns whether a character is invisible, or is none by itself. */
	private static boolean isEscaped(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE,
					Character.UNASSIGNED, Character.PRIVATE_USE ->
				true;
			case Character.FORMAT -> character != ZERO_WIDTH_JOINER;
			default -> false;
		};
	}

}
