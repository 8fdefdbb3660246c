package io.ephemeral.feishu.simulator.card;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counter of the tables in a Markdown text. A table is a row of cells above a row of
 * dashes with as many cells, both with a pipe. Code contains no tables. Quotes and items
 * of lists may contain them.
 */
final class MarkdownTables {

	private static final Pattern QUOTE = Pattern.compile("^(?: {0,3}> ?)+");

	/** Mark of a list, and the blanks up to its text. */
	private static final Pattern ITEM = Pattern.compile(" {0,3}(?:[-*+]|\\d{1,9}[.)])(?: (?= {4})| {1,4}(?=\\S))");

	private static final Pattern FENCE = Pattern.compile(" {0,3}(?<fence>`{3,}(?=[^`]*$)|~{3,}).*");

	private static final Pattern CELL_OF_DASHES = Pattern.compile("\\s*:?-+:?\\s*");

	/** Lines that end a table without a blank line. */
	private static final Pattern OTHER_BLOCK = Pattern.compile(" {0,3}(?:#{1,6}(?:\\s.*)?|([-*_])(?: *\\1){2,} *)");

	private static final Pattern END_OF_CELL = Pattern.compile("(?<!\\\\)\\|");

	private final List<String> lines;

	private int next;

	private int tables;

	private MarkdownTables(List<String> lines) {
		this.lines = lines;
	}

	static int count(String markdown) {
		if (!markdown.contains("|")) {
			return 0;
		}
		MarkdownTables tables = new MarkdownTables(withoutContainers(markdown));
		tables.read();
		return tables.tables;
	}

	/**
	 * Removes the marks of quotes and lists with their indentation. A blank line marks
	 * the start of a quote or list and the end of a quote.
	 */
	private static List<String> withoutContainers(String markdown) {
		List<String> lines = new ArrayList<>(List.of(""));
		boolean quoted = false;
		int indentation = 0;
		for (String line : markdown.lines().toList()) {
			Matcher quote = QUOTE.matcher(line.replace("\t", "    "));
			boolean isQuoted = quote.find();
			String inner = quote.replaceFirst("");
			boolean isOutside = (isQuoted != quoted) ? quoted : blanks(inner) < indentation;
			if (isOutside && isText(inner) && isText(lines.get(lines.size() - 1))) {
				// Continues the paragraph inside, but is no row of a table.
				lines.add("    " + inner);
				continue;
			}
			if (isQuoted != quoted) {
				lines.add("");
				quoted = isQuoted;
				indentation = 0;
			}
			if (!inner.isBlank()) {
				indentation = Math.min(indentation, blanks(inner));
			}
			String rest = inner.substring(Math.min(indentation, inner.length()));
			for (Matcher item = ITEM.matcher(rest); item.lookingAt(); item = ITEM.matcher(rest)) {
				lines.add("");
				indentation += item.end();
				rest = rest.substring(item.end());
			}
			lines.add(rest);
		}
		return lines;
	}

	private static boolean isText(String line) {
		return !endsTable(line) && !ITEM.matcher(line).lookingAt();
	}

	private static int blanks(String line) {
		return line.length() - line.stripLeading().length();
	}

	private void read() {
		while (this.next < this.lines.size()) {
			Matcher fence = FENCE.matcher(this.lines.get(this.next));
			if (fence.matches()) {
				this.next++;
				skipTo(Pattern.compile(" {0,3}" + fence.group("fence") + fence.group("fence").charAt(0) + "*\\s*"));
			}
			else if (this.next > 0 && beginsTable(this.next - 1)) {
				this.tables++;
				skipRows();
			}
			else {
				this.next++;
			}
		}
	}

	private void skipTo(Pattern end) {
		while (this.next < this.lines.size() && !end.matcher(this.lines.get(this.next)).matches()) {
			this.next++;
		}
		this.next++;
	}

	private void skipRows() {
		while (this.next < this.lines.size() && !endsTable(this.lines.get(this.next))) {
			this.next++;
		}
	}

	private static boolean endsTable(String line) {
		return line.isBlank() || FENCE.matcher(line).matches() || OTHER_BLOCK.matcher(line).matches();
	}

	private boolean beginsTable(int line) {
		String header = this.lines.get(line);
		String dashes = this.lines.get(line + 1);
		if (!header.contains("|") || !dashes.contains("|") || isIndented(dashes) || endsTable(header) || isCode(line)) {
			return false;
		}
		List<String> marks = cells(dashes);
		return marks.size() == cells(header).size()
				&& marks.stream().allMatch((mark) -> CELL_OF_DASHES.matcher(mark).matches());
	}

	/** An indented line below one without indentation continues its paragraph. */
	private boolean isCode(int line) {
		int first = line;
		while (first >= 0 && isIndented(this.lines.get(first))) {
			first--;
		}
		return first < line && (first < 0 || endsTable(this.lines.get(first)));
	}

	private static boolean isIndented(String line) {
		return line.startsWith("    ");
	}

	private static List<String> cells(String line) {
		String row = line.strip();
		int start = row.startsWith("|") ? 1 : 0;
		int end = (row.endsWith("|") && !row.endsWith("\\|") && row.length() > 1) ? row.length() - 1 : row.length();
		return List.of(END_OF_CELL.split(row.substring(start, end), -1));
	}

}
