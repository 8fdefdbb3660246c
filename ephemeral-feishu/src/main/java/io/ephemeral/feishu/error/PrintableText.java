package io.ephemeral.feishu.error;

/**
 * Text from outside that may enter messages, logs and responses: one line without
 * characters that are invisible or change how other text is shown.
 */
final class PrintableText {

	private static final String CUT = "…";

	private PrintableText() {
	}

	/**
	 * Removes format characters and lone surrogates, and turns control characters and
	 * separators of lines into blanks.
	 * @param text text of any length
	 * @return the same text if it is printable already
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
	 * Does the same, and shortens the text.
	 * @param text text of any length
	 * @param maxLength maximum number of characters before the sign of an omission
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
