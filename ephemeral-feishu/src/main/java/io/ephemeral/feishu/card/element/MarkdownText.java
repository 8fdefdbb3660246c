package io.ephemeral.feishu.card.element;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Markdown for places where plain text would be escaped. The class also contains the
 * methods that escape plain text for Markdown.
 *
 * @param value Markdown
 */
public record MarkdownText(@JsonValue String value) {

	/** Characters that can start a format, a link, a mention, an emoji or an entity. */
	private static final String SPECIAL = "&<>*_[]()#`\\!-+:$\"'/.=|@";

	private static final char ZERO_WIDTH_NON_JOINER = '\u200C';

	private static final char ZERO_WIDTH_JOINER = '\u200D';

	private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";

	public MarkdownText {
		Objects.requireNonNull(value, "'value' must not be null");
	}

	/**
	 * Creates a text from Markdown, which is not escaped.
	 * @param markdown Markdown in which text of other people is escaped
	 * @return the text
	 */
	public static MarkdownText of(String markdown) {
		return new MarkdownText(markdown);
	}

	/**
	 * Returns Markdown that shows any text unchanged, without formats, links or mentions.
	 * Special characters become entities, as the documents require. Control characters
	 * and format characters are removed, because they are invisible and can change what a
	 * reader sees. Joiners stay where a script needs them, which is between letters,
	 * marks and symbols beyond ASCII.
	 * <p>
	 * Line ends stay. Use {@link #escapeLine} for a text within a line, such as in a
	 * quotation, a list or a cell of a table.
	 * @param text plain text with one or more lines
	 * @return Markdown, up to six times as long as the text
	 */
	public static String escape(String text) {
		return escape(text, false);
	}

	/**
	 * Returns Markdown like {@link #escape}, but on one line. Each line end becomes a
	 * space, so that the whole text stays in its quotation, list item or cell of a table.
	 * @param text plain text with one or more lines
	 * @return Markdown without line ends, up to six times as long as the text
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
			// The documents define no numeric entity for this character.
			markdown.append("&sim;");
		}
		else if (SPECIAL.indexOf(character) >= 0) {
			markdown.append("&#").append(character).append(';');
		}
		else if (indentation) {
			// Four spaces would start a code block.
			markdown.append("&#160;");
		}
		else if (Character.getType(character) == Character.SURROGATE) {
			// A surrogate without its other half.
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

	/** Returns whether a character is a joiner that a script or an emoji needs. */
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
