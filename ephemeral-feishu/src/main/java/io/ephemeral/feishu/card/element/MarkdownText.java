package io.ephemeral.feishu.card.element;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Markdown that is meant as such, where plain text would be escaped; and the way to put
 * plain text into Markdown.
 *
 * @param value Markdown
 */
public record MarkdownText(@JsonValue String value) {

	/** What begins a format, a link, a mention, an emoji or an entity anywhere. */
	private static final String SPECIAL = "&<>*_[]()#`\\!-+:$\"'/.=|@";

	private static final char ZERO_WIDTH_NON_JOINER = '\u200C';

	private static final char ZERO_WIDTH_JOINER = '\u200D';

	private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";

	public MarkdownText {
		Objects.requireNonNull(value, "'value' must not be null");
	}

	/**
	 * Text that is Markdown already.
	 * @param markdown Markdown, in which text of other people is escaped
	 * @return the text
	 */
	public static MarkdownText of(String markdown) {
		return new MarkdownText(markdown);
	}

	/**
	 * Makes Markdown that shows a text as it is, whatever was typed: it formats, links
	 * and mentions nothing. Special characters become entities, as the documents ask.
	 * Control characters and format characters are dropped, because they are invisible
	 * and can change what a reader sees. Joiners stay where a script needs them: between
	 * letters, marks and symbols beyond ASCII.
	 * <p>
	 * Line ends stay. For a text within a line, such as in a quotation, a list or a cell
	 * of a table, use {@link #escapeLine}.
	 * @param text plain text, of one or more lines
	 * @return Markdown, up to six times as long
	 */
	public static String escape(String text) {
		return escape(text, false);
	}

	/**
	 * Makes Markdown as {@link #escape} does, but on one line: each line end becomes a
	 * blank. What stands around the text, such as a quotation, a list item or a cell of a
	 * table, stays around all of it.
	 * @param text plain text, of one or more lines
	 * @return Markdown without line ends, up to six times as long
	 */
	public static String escapeLine(String text) {
		return escape(text, true);
	}

	private static String escape(String text, boolean oneLine) {
		StringBuilder markdown = new StringBuilder(text.length() + 16);
		boolean indentation = true;
		int previous = 0;
		for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
			int character = text.codePointAt(index);
			boolean lineEnd = LINE_ENDS.indexOf(character) >= 0;
			boolean secondOfLineEnd = character == '\n' && previous == '\r';
			if (lineEnd && !secondOfLineEnd) {
				indentation |= !oneLine;
				append(markdown, oneLine ? ' ' : '\n', indentation && oneLine);
			}
			else if (!lineEnd && (!isDropped(character) || joins(text, index, previous))) {
				indentation &= isBlank(character);
				append(markdown, character, indentation);
			}
			previous = character;
		}
		return markdown.toString();
	}

	private static void append(StringBuilder markdown, int character, boolean indentation) {
		if (character == '~') {
			// The only special character for which the documents have no number.
			markdown.append("&sim;");
		}
		else if (SPECIAL.indexOf(character) >= 0) {
			markdown.append("&#").append(character).append(';');
		}
		else if (indentation) {
			// Four spaces would begin a block of code.
			markdown.append("&#160;");
		}
		else if (Character.getType(character) == Character.SURROGATE) {
			// Half a pair.
			markdown.append('\uFFFD');
		}
		else {
			markdown.appendCodePoint(isBlank(character) ? ' ' : character);
		}
	}

	private static boolean isBlank(int character) {
		return character == ' ' || character == '\t';
	}

	/** Returns whether a character is invisible: a control or a format character. */
	private static boolean isDropped(int character) {
		int type = Character.getType(character);
		return (type == Character.CONTROL && character != '\t') || type == Character.FORMAT;
	}

	/** Returns whether a joiner stands where a script or an emoji needs it. */
	private static boolean joins(String text, int index, int previous) {
		char character = text.charAt(index);
		return (character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER) && isJoined(previous)
				&& index + 1 < text.length() && isJoined(text.codePointAt(index + 1));
	}

	private static boolean isJoined(int character) {
		return character > 0x7F && switch (Character.getType(character)) {
			case Character.LOWERCASE_LETTER, Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER,
					Character.OTHER_LETTER, Character.MODIFIER_LETTER, Character.NON_SPACING_MARK,
					Character.COMBINING_SPACING_MARK, Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL ->
				true;
			default -> false;
		};
	}

	@Override
	public String toString() {
		return "MarkdownText";
	}

}
