package io.ephemeral.feishu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A page in Markdown, with its links and the anchors that GitHub gives it.
 *
 * @param file the file
 * @param text its content without code and quotations
 * @param code its blocks of code, each after the name of its language
 */
record MarkdownDocument(Path file, String text, List<String> code) {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(.*?)^ *```|^>.*?$");

	private static final Pattern CODE = Pattern.compile("`[^`\n]*`");

	private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)|src=\"([^\"]+)\"");

	private static final Pattern ANCHOR = Pattern.compile("(?m)^#+ (.*)$|<a id=\"([^\"]+)\">");

	private static final Pattern ENTRY = Pattern.compile("(?m)^ *(#+ |\\|.*\\||- |\\d+\\. )");

	static MarkdownDocument read(Path file) throws IOException {
		return of(file, Files.readString(file));
	}

	static MarkdownDocument of(Path file, String content) {
		List<String> code = BLOCK.matcher(content)
			.results()
			.filter((block) -> block.group(1) != null)
			.map((block) -> block.group(1))
			.toList();
		return new MarkdownDocument(file, BLOCK.matcher(content).replaceAll(""), code);
	}

	/** The targets of the links to files and headings of the project. */
	List<String> links() {
		return allLinks().stream().filter((target) -> !target.startsWith("http")).toList();
	}

	/** The targets of all links. */
	List<String> allLinks() {
		return LINK.matcher(CODE.matcher(this.text).replaceAll(""))
			.results()
			.map((link) -> (link.group(1) != null) ? link.group(1) : link.group(2))
			.toList();
	}

	/**
	 * The marks of headings and entries of lists, and the number of cells of the rows of
	 * tables, in their order.
	 */
	List<String> outline() {
		return ENTRY.matcher(CODE.matcher(this.text).replaceAll(""))
			.results()
			.map((entry) -> entry.group(1).startsWith("|") ? "row of " + cells(entry.group(1)) : entry.group(1))
			.toList();
	}

	private static long cells(String row) {
		return row.chars().filter((character) -> character == '|').count() - 1;
	}

	boolean leadsSomewhere(String link) {
		Path target = target(link);
		return (target.equals(this.file) || Files.exists(target)) && (!link.contains("#") || place(link) >= 0);
	}

	/** The file to which a link of this page leads. */
	Path target(String link) {
		String path = link.replaceFirst("#.*", "");
		return path.isEmpty() ? this.file : this.file.resolveSibling(path);
	}

	/**
	 * The number of the heading to which a link leads, counted in its page; -1 if there
	 * is none.
	 */
	int place(String link) {
		Path target = target(link);
		try {
			MarkdownDocument document = target.equals(this.file) ? this : read(target);
			return document.anchors().indexOf(link.substring(link.indexOf('#') + 1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<String> anchors() {
		List<String> anchors = new ArrayList<>();
		ANCHOR.matcher(this.text)
			.results()
			.forEach((found) -> anchors.add((found.group(1) != null) ? anchor(found.group(1)) : found.group(2)));
		return anchors;
	}

	private static String anchor(String heading) {
		return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "").replace(' ', '-');
	}

}
