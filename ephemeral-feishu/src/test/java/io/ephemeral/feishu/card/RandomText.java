package io.ephemeral.feishu.card;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What people type, and what they should not. {@code -Dinputs=} says how many texts are
 * tried, and {@code -Dseed=} where to begin. Without a seed they are the same texts each
 * time, so that a build of one commit has one result. A failure names its own seed.
 */
public final class RandomText {

	private static final int INPUTS = Integer.getInteger("inputs", 10_000);

	private static final long SEED = Long.getLong("seed", 1);

	private static final String[] PIECES = { "*", "**", "_", "__", "~~", "`", "```", "```java\n", "~~~", "#", "# ",
			"## ", ">", "> ", "- ", "+ ", "* ", "1. ", "2) ", "- [ ] ", "---", "***", "===", "\n---\n", "\n===\n", "|",
			"\n|-|\n", "| a |\n|---|\n", "[", "]", "](", ")", "![", "[x](url)", "![x](img_v3_1)", "[x]: http://x.y\n",
			"[x][y]", "[^1]", "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "<?", "<b>", "<br>", "<hr>",
			"<script>alert(1)</script>", "<at id=all></at>", "<at id=ou_1></at>", "<at email=a@b.c></at>",
			"<font color=red>", "</font>", "<link icon='x' url='https://x.y'>z</link>", "<a href='https://x.y'>",
			"<text_tag color='blue'>x</text_tag>", "<person id='ou_1'></person>", "<raw>", "</raw>",
			"<number_tag>1</number_tag>", "<local_datetime millisecond=''></local_datetime>", ":OK:", ":+1:", "&",
			"&lt;", "&#60;", "&#x3c;", "&amp;lt;", "&sim;", "&nbsp;", "&#0;", "$", "$$", "${", "${x}", "${text}", "$${",
			"$${text}", "$1", "$urlVal", "{", "}", "{{x}}", "\"", "'", "\\", "\\*", "\\\n", "\",\"a\":\"",
			"{\"tag\":\"hr\"}", "[{\"tag\":\"at\"}]", "https://example.com/a?b=c&d=e#f", "http://x", "www.example.com",
			"ftp://x.y", "mailto:a@b.c", "tel://1", "lark://x", "javascript:alert(1)", "a@example.com", "//x.y",
			"https://example.com/午餐", " ", "  ", "    ", "  \n", "\t", "\n", "\n\n", "\n    ", "\r", "\r\n", "\u0085",
			"\u2028", "\u2029", "\u0000", "\u0001", "\u0008", "\u001b", "\u007f", "\u009f", "\u00a0", "\u3000",
			"\u200b", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff", "\ufffd", "\uffff", "午餐",
			"查看", "，", "。", "（", "ｗｗｗ．", "é", "e\u0301", "😀", "👩‍👩‍👧", "\ud83d", "\ude00", "a", "b", "word",
			"two words", "0", "1", "42", "%", "%20", "^", "?", "!", ";", "," };

	private final Random random;

	private RandomText(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * Tries many texts.
	 * @param check what must hold for each
	 */
	public static void forEach(Consumer<RandomText> check) {
		for (int index = 0; index < INPUTS; index++) {
			long seed = SEED + index;
			try {
				check.accept(new RandomText(seed));
			}
			catch (RuntimeException | AssertionError ex) {
				throw new AssertionError("Fails again with -Dinputs=1 -Dseed=" + seed, ex);
			}
		}
	}

	/**
	 * Makes up a text.
	 * @return of some pieces and characters
	 */
	public String next() {
		StringBuilder text = new StringBuilder();
		IntStream.range(0, this.random.nextInt(12)).forEach((index) -> text.append(piece()));
		return text.toString();
	}

	/**
	 * Makes up a number.
	 * @return zero or more, and less than a million
	 */
	public int number() {
		return this.random.nextInt(1_000_000);
	}

	/**
	 * Chooses.
	 * @param <T> what of
	 * @param choices at least one
	 * @return one of them
	 */
	public <T> T oneOf(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	private String piece() {
		return switch (this.random.nextInt(8)) {
			case 0 -> Character.toString(this.random.nextInt(0x80));
			case 1 -> String.valueOf((char) this.random.nextInt(0x10000));
			default -> PIECES[this.random.nextInt(PIECES.length)];
		};
	}

}
