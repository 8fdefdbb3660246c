package io.ephemeral.feishu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A page in Markdown, with its links and the anchors that GitHub gives it.
 *
 * @param file the file
 * @param text its content without code and quotations
 */
record MarkdownDocument(Path file, String text) {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```|^>.*?$");

	private static final Pattern CODE = Pattern.compile("`[^`\n]*`");

	private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)|src=\"([^\"]+)\"");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

	private static final Pattern ENTRY = Pattern.compile("(?m)^ *(#+ |\\||- |\\d+\\. )");

	private static final Pattern NAMED = Pattern.compile("<a id=\"([^\"]+)\">");

	static MarkdownDocument read(Path file) throws IOException {
		return new MarkdownDocument(file, BLOCK.matcher(Files.readString(file)).replaceAll(""));
	}

	/** The targets of the links to files and headings of the project. */
	List<String> links() {
		return LINK.matcher(CODE.matcher(this.text).replaceAll(""))
			.results()
			.map((link) -> (link.group(1) != null) ? link.group(1) : link.group(2))
			.filter((target) -> !target.startsWith("http"))
			.toList();
	}

	/** The marks of headings, rows of tables and entries of lists, in their order. */
	List<String> outline() {
		return ENTRY.matcher(this.text).results().map((entry) -> entry.group(1)).toList();
	}

	boolean leadsSomewhere(String link) {
		try {
			return exists(link);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean exists(String link) throws IOException {
		int hash = link.indexOf('#');
		String path = (hash < 0) ? link : link.substring(0, hash);
		Path target = path.isEmpty() ? this.file : this.file.resolveSibling(path);
		return Files.exists(target) && (hash < 0 || read(target).anchors().contains(link.substring(hash + 1)));
	}

	private Set<String> anchors() {
		Set<String> anchors = new HashSet<>();
		HEADING.matcher(this.text).results().forEach((heading) -> anchors.add(anchor(heading.group(1))));
		NAMED.matcher(this.text).results().forEach((name) -> anchors.add(name.group(1)));
		return anchors;
	}

	private static String anchor(String heading) {
		return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "").replace(' ', '-');
	}

}
