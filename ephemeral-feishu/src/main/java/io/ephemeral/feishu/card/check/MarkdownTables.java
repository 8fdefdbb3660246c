package io.ephemeral.feishu.card.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Counter of the tables in a Markdown text. A table begins as in GitHub's specification:
 * with the last line of a paragraph and a delimiter row of as many cells below it. Only
 * what separates tables from each other and from code is understood, because a parser of
 * Markdown would be one more dependency of every application.
 */
final class MarkdownTables {

	private static final Pattern LINE_END = Pattern.compile("\r\n?|\n");

	private static final Pattern DELIMITER_ROW = Pattern
		.compile(" *+\\|?+ *+:?+-++:?+ *+(\\| *+:?+-++:?+ *+)*+\\|?+ *+");

	private static final Pattern FENCE = Pattern.compile("(`{3,}+)[^`]*+|(~{3,}+).*+", Pattern.DOTALL);

	private static final Pattern HEADING = Pattern.compile("#{1,6}+( .*+)?+", Pattern.DOTALL);

	private static final Pattern UNDERLINE = Pattern.compile(" {0,3}+(=++|-++) *+");

	private static final Pattern RULE = Pattern.compile("(- *+){3,}+|(\\* *+){3,}+|(_ *+){3,}+");

	private static final Pattern LIST_ITEM = Pattern.compile("([-+*]|(\\d{1,9}+)[.)])( ++|$)(.*+)", Pattern.DOTALL);

	/** From here on an indented line is code. */
	private static final int CODE_INDENTATION = 4;

	/** Stands for a quote, where a list item has its indentation. */
	private static final int QUOTE = 0;

	/** Quotes and list items around the line. */
	private final List<Integer> containers = new ArrayList<>();

	/** Line that closes the code block around the current line. */
	private @Nullable String fence;

	/** Last line of an open paragraph. */
	private @Nullable String paragraph;

	private boolean inTable;

	/**
	 * Whether the line above begins a list item without text, which a blank line ends.
	 */
	private boolean afterEmptyItem;

	private int count;

	private MarkdownTables() {
	}

	static int count(String markdown) {
		if (markdown.indexOf('|') < 0) {
			return 0;
		}
		MarkdownTables tables = new MarkdownTables();
		for (String line : LINE_END.split(markdown, -1)) {
			tables.read((line.indexOf('\t') < 0) ? line : withoutTabs(line));
		}
		return tables.count;
	}

	private void read(String line) {
		String rest = line;
		int depth = 0;
		for (int container : this.containers) {
			String inner = enter(container, rest);
			if (inner == null) {
				break;
			}
			rest = inner;
			depth++;
		}
		if (this.fence != null && depth == this.containers.size()) {
			readCode(this.fence, rest);
			return;
		}
		this.fence = null;
		if (depth == this.containers.size() && this.paragraph != null && isDelimiterOf(this.paragraph, rest)) {
			this.count++;
			this.paragraph = null;
			this.inTable = true;
			return;
		}
		if (this.afterEmptyItem && depth == this.containers.size() && rest.isBlank()) {
			depth--;
		}
		this.afterEmptyItem = false;
		for (String inner = open(rest, depth); inner != null; inner = open(rest, depth)) {
			rest = inner;
			depth = this.containers.size();
			this.afterEmptyItem = rest.isBlank() && this.containers.get(depth - 1) != QUOTE;
		}
		boolean lazy = depth < this.containers.size() && (this.paragraph != null || this.inTable) && isText(rest);
		if (depth < this.containers.size() && !lazy) {
			close(depth);
		}
		readBlock(rest, lazy);
	}

	/** Steps into a container that is open; null if the line is outside. */
	private static @Nullable String enter(int container, String line) {
		int indentation = indentation(line);
		if (container == QUOTE) {
			return isQuote(line, indentation) ? afterMark(line, indentation) : null;
		}
		boolean inside = indentation >= container || line.isBlank();
		return inside ? line.substring(Math.min(container, line.length())) : null;
	}

	/** Steps into a container that begins here; null if there is none. */
	private @Nullable String open(String line, int depth) {
		int indentation = indentation(line);
		if (isQuote(line, indentation)) {
			close(depth);
			this.containers.add(QUOTE);
			return afterMark(line, indentation);
		}
		String block = line.substring(indentation);
		Matcher item = LIST_ITEM.matcher(block);
		if (indentation >= CODE_INDENTATION || RULE.matcher(block).matches() || !item.matches()) {
			return null;
		}
		String content = item.group(4);
		boolean interrupts = this.paragraph != null && depth == this.containers.size();
		if (interrupts && (content.isBlank() || (item.group(2) != null && !item.group(2).equals("1")))) {
			return null;
		}
		int spaces = item.end(3) - item.start(3);
		int used = (content.isEmpty() || spaces > CODE_INDENTATION) ? 1 : spaces;
		close(depth);
		this.containers.add(indentation + item.end(1) + used);
		return block.substring(Math.min(item.end(1) + used, block.length()));
	}

	private void close(int depth) {
		this.containers.subList(depth, this.containers.size()).clear();
		endBlock();
	}

	private void endBlock() {
		this.paragraph = null;
		this.inTable = false;
	}

	private void readCode(String fence, String line) {
		String end = line.strip();
		if (indentation(line) < CODE_INDENTATION && end.startsWith(fence)
				&& end.chars().allMatch((character) -> character == fence.charAt(0))) {
			this.fence = null;
		}
	}

	/**
	 * Reads what is in the containers.
	 * @param line the line without them
	 * @param lazy whether it continues a paragraph although it is outside
	 */
	private void readBlock(String line, boolean lazy) {
		if (!isText(line)) {
			endBlock();
			Matcher fence = FENCE.matcher(line.strip());
			if (fence.matches()) {
				this.fence = (fence.group(1) != null) ? fence.group(1) : fence.group(2);
			}
		}
		else if (this.paragraph == null) {
			if (!this.inTable && indentation(line) < CODE_INDENTATION) {
				this.paragraph = line;
			}
		}
		else if (!lazy && UNDERLINE.matcher(line).matches()) {
			this.paragraph = null;
		}
		else {
			this.paragraph = line;
		}
	}

	/** Whether a line can continue a paragraph. */
	private static boolean isText(String line) {
		int indentation = indentation(line);
		String block = line.substring(indentation);
		if (block.isBlank() || indentation >= CODE_INDENTATION) {
			return !block.isBlank();
		}
		return !FENCE.matcher(block).matches() && !HEADING.matcher(block).matches() && !RULE.matcher(block).matches();
	}

	private static boolean isDelimiterOf(String header, String line) {
		return indentation(line) < CODE_INDENTATION && header.indexOf('|') >= 0 && line.indexOf('|') >= 0
				&& DELIMITER_ROW.matcher(line).matches() && cells(header) == cells(line);
	}

	private static int cells(String line) {
		String row = line.strip();
		int pipes = 0;
		for (int index = 1; index < row.length() - 1; index++) {
			if (row.charAt(index) == '|' && row.charAt(index - 1) != '\\') {
				pipes++;
			}
		}
		return pipes + 1;
	}

	private static boolean isQuote(String line, int indentation) {
		return indentation < CODE_INDENTATION && line.startsWith(">", indentation);
	}

	private static String afterMark(String line, int indentation) {
		return line.substring(indentation + (line.startsWith("> ", indentation) ? 2 : 1));
	}

	private static int indentation(String line) {
		int spaces = 0;
		while (spaces < line.length() && line.charAt(spaces) == ' ') {
			spaces++;
		}
		return spaces;
	}

	private static String withoutTabs(String line) {
		StringBuilder text = new StringBuilder();
		for (int index = 0; index < line.length(); index++) {
			char character = line.charAt(index);
			text.append((character != '\t') ? character : " ".repeat(4 - text.length() % 4));
		}
		return text.toString();
	}

}
