package io.ephemeral.feishu;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A page in English with its Chinese translation. Both have the same headings, entries,
 * tables, blocks of code and links. Comments, texts and drawings are translated.
 *
 * @param original page in English
 * @param translation page in Chinese
 */
record TranslatedPage(MarkdownDocument original, MarkdownDocument translation) {

	private static final Pattern TRANSLATED = Pattern
		.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"|//[^\n]*|(?<= )# [^\n]*|(?m)^# [^\n]*|(?s)<!--.*?-->");

	/**
	 * Returns the differences, each with its place.
	 * @return empty if the translation is complete
	 */
	List<String> differences() {
		List<String> differences = new ArrayList<>();
		compare("heading, entry or row", this.original.outline(), this.translation.outline(), differences);
		compare("block of code", code(this.original), code(this.translation), differences);
		compare("link", links(this.original), links(this.translation), differences);
		return differences;
	}

	private void compare(String kind, List<String> expected, List<String> found, List<String> differences) {
		for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
			String left = (i < expected.size()) ? expected.get(i) : "nothing";
			String right = (i < found.size()) ? found.get(i) : "nothing";
			if (!Objects.equals(left, right)) {
				differences.add("%s %d of %s is %s, but in %s %s".formatted(kind, i + 1, this.original.file(), left,
						this.translation.file(), right));
				return;
			}
		}
	}

	private static List<String> code(MarkdownDocument page) {
		return page.code().stream().map(TranslatedPage::withoutWords).toList();
	}

	/** The code without its words; of a drawing or an output, the number of lines. */
	private static String withoutWords(String block) {
		return block.startsWith("\n") ? block.lines().count() + " lines"
				: TRANSLATED.matcher(block).replaceAll("").replaceAll("\\s+", " ");
	}

	/** The targets in both languages alike, in the order of the alphabet. */
	private static List<String> links(MarkdownDocument page) {
		return page.allLinks().stream().map((link) -> link(page, link)).sorted().toList();
	}

	private static String link(MarkdownDocument page, String link) {
		if (link.startsWith("http")) {
			return link;
		}
		if (isOther(link, page)) {
			return "the other language";
		}
		String file = page.target(link).normalize().toString().replace(".zh-CN.md", ".md").replace("/zh/", "/en/");
		return link.contains("#") ? file + ", heading " + page.place(link) : file;
	}

	/** Whether the link leads to the same page in the other language. */
	private static boolean isOther(String link, MarkdownDocument page) {
		String name = page.file().getFileName().toString();
		return name.replace(".zh-CN.md", ".md").equals(link.replace(".zh-CN.md", ".md"));
	}

}
