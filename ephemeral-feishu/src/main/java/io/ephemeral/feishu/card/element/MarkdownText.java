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
	 * and mentions nothing. Special characters become entities, which the documents ask
	 * for; control characters and those that turn the direction of writing are dropped.
	 * @param text plain text, of one or more lines
	 * @return Markdown, up to six times as long
	 */
	public static String escape(String text) {
		StringBuilder markdown = new StringBuilder(text.length() + 16);
		boolean indentation = true;
		for (int index = 0; index < text.length(); index++) {
			char character = text.charAt(index);
			boolean secondOfLineEnd = character == '\n' && index > 0 && text.charAt(index - 1) == '\r';
			if (LINE_ENDS.indexOf(character) >= 0) {
				markdown.append(secondOfLineEnd ? "" : "\n");
				indentation = true;
			}
			else if (Character.isSurrogate(character)) {
				index = appendPair(markdown, text, index);
				indentation = false;
			}
			else if (!isDropped(character)) {
				indentation &= isBlank(character);
				append(markdown, character, indentation);
			}
		}
		return markdown.toString();
	}

	/** Both halves of a pair, or a replacement for one alone. */
	private static int appendPair(StringBuilder markdown, String text, int index) {
		int codePoint = text.codePointAt(index);
		boolean pair = Character.isSupplementaryCodePoint(codePoint);
		markdown.appendCodePoint(pair ? codePoint : 0xFFFD);
		return pair ? index + 1 : index;
	}

	private static void append(StringBuilder markdown, char character, boolean indentation) {
		if (character == '~') {
			// The only special character for which the documents have no number.
			markdown.append("&sim;");
		}
		else if (SPECIAL.indexOf(character) >= 0) {
			markdown.append("&#").append((int) character).append(';');
		}
		else if (indentation) {
			// Four spaces would begin a block of code.
			markdown.append("&#160;");
		}
		else {
			markdown.append(isBlank(character) ? ' ' : character);
		}
	}

	private static boolean isBlank(char character) {
		return character == ' ' || character == '\t';
	}

	/** Control characters, and those that turn the direction of what follows. */
	private static boolean isDropped(char character) {
		return (Character.isISOControl(character) && character != '\t') || (character >= 0x202A && character <= 0x202E)
				|| (character >= 0x2066 && character <= 0x2069);
	}

	@Override
	public String toString() {
		return "MarkdownText";
	}

}
