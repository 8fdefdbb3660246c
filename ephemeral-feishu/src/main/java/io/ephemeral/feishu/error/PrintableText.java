package io.ephemeral.feishu.error;

/**
 * Text from other systems for messages, logs and responses. It is one line without
 * invisible characters and without characters that change the display of other text.
 */
final class PrintableText {

	private static final String CUT = "…";

	private PrintableText() {
	}

	/**
	 * Removes format characters and lone surrogates, and replaces control characters and
	 * line separators with blanks.
	 * @param text text of any length
	 * @return the printable text; the same string if the text is already printable
	 */
	static String of(String text) {
		if (text.codePoints().allMatch(PrintableText::isPrintable)) {
			return text;
		}
		StringBuilder printable = new StringBuilder(text.length());
		text.codePoints().forEach((character) -> {
			if (isPrintable(character)) {
				printable.appendCodePoint(character);
			}
			else if (separates(character)) {
				printable.append(' ');
			}
		});
		return printable.toString();
	}

	/**
	 * Makes a text printable like {@link #of(String)}, and shortens it.
	 * @param text text of any length
	 * @param maxLength maximum number of characters before the ellipsis
	 */
	static String of(String text, int maxLength) {
		String printable = of(text);
		if (printable.length() <= maxLength) {
			return printable;
		}
		boolean splitsPair = Character.isHighSurrogate(printable.charAt(maxLength - 1));
		return printable.substring(0, splitsPair ? maxLength - 1 : maxLength) + CUT;
	}

	private static boolean isPrintable(int character) {
		int type = Character.getType(character);
		return type != Character.FORMAT && type != Character.SURROGATE && !separates(character);
	}

	private static boolean separates(int character) {
		int type = Character.getType(character);
		return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
	}

}
