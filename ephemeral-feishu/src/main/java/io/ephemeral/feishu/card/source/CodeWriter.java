package io.ephemeral.feishu.card.source;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.ephemeral.feishu.card.source.Code.Call;
import io.ephemeral.feishu.card.source.Code.Chain;
import io.ephemeral.feishu.card.source.Code.Text;
import io.ephemeral.feishu.card.source.Code.Word;
import org.jspecify.annotations.Nullable;

/**
 * Layout of Java source: one line if it fits, otherwise one call per line, nested parts
 * indented.
 */
final class CodeWriter {

	private static final int WIDTH = 110;

	private static final String INDENTATION = "    ";

	/** A text of several lines from this length on becomes a text block. */
	private static final int SHORT_TEXT = 40;

	private final StringBuilder source = new StringBuilder();

	private CodeWriter() {
	}

	/**
	 * Writes code after the beginning of its line.
	 * @param beginning beginning of the first line
	 * @param code code to write
	 * @param depth indentation of the first line
	 */
	static String write(String beginning, Code code, int depth) {
		CodeWriter writer = new CodeWriter();
		writer.source.append(INDENTATION.repeat(depth)).append(beginning);
		if (code instanceof Chain chain) {
			writer.writeLines(chain, depth);
		}
		else {
			writer.write(code, depth);
		}
		return writer.source.toString();
	}

	private void write(Code code, int depth) {
		String line = line(code);
		if (line != null && column() + line.length() <= WIDTH) {
			this.source.append(line);
		}
		else if (code instanceof Word word) {
			this.source.append(word.text());
		}
		else if (code instanceof Text text) {
			write(text.value(), depth);
		}
		else if (code instanceof Call call) {
			write(call, depth);
		}
		else if (code instanceof Chain chain) {
			writeLines(chain, depth);
		}
	}

	private int column() {
		return this.source.length() - this.source.lastIndexOf("\n");
	}

	/** Returns code as one line; null if it needs several. */
	private static @Nullable String line(Code code) {
		if (code instanceof Word word) {
			return word.text();
		}
		if (code instanceof Text text) {
			return isBlock(text.value()) ? null : JavaText.quoted(text.value());
		}
		if (code instanceof Call call) {
			String arguments = line(call.arguments(), ", ");
			return (arguments == null || call.comment() != null) ? null : call.name() + "(" + arguments + ")";
		}
		Chain chain = (Chain) code;
		String head = line(chain.head());
		String calls = line(chain.calls(), ".");
		return (head == null || calls == null) ? null : head + "." + calls;
	}

	private static boolean isBlock(String text) {
		return (text.length() > SHORT_TEXT || text.contains("\"")) && text.strip().contains("\n")
				&& JavaText.fitsBlock(text);
	}

	private static @Nullable String line(List<? extends Code> parts, String separator) {
		List<@Nullable String> lines = parts.stream().<@Nullable String>map(CodeWriter::line).toList();
		return lines.stream().anyMatch(Objects::isNull) ? null
				: lines.stream().map(String::valueOf).collect(Collectors.joining(separator));
	}

	private void write(String text, int depth) {
		if (!isBlock(text) && (text.length() <= SHORT_TEXT || !JavaText.fitsBlock(text))) {
			this.source.append(JavaText.quoted(text));
			return;
		}
		this.source.append("\"\"\"");
		for (String line : JavaText.block(text, WIDTH - INDENTATION.length() * (depth + 1))) {
			if (line.isEmpty()) {
				this.source.append('\n');
			}
			else {
				newLine(depth + 1);
				this.source.append(line);
			}
		}
		if (text.endsWith("\n")) {
			this.source.append(INDENTATION.repeat(depth + 1));
		}
		this.source.append("\"\"\"");
	}

	private void write(Call call, int depth) {
		this.source.append(call.name()).append('(');
		if (call.arguments().size() == 1) {
			write(call.arguments().get(0), depth);
		}
		else {
			writeArguments(call, depth + 1);
		}
		this.source.append(')');
	}

	private void writeArguments(Call call, int depth) {
		// The keys and values of a map stand side by side.
		int perLine = call.name().equals("Map.of") ? 2 : 1;
		for (int index = 0; index < call.arguments().size(); index++) {
			if (index > 0) {
				this.source.append(',');
			}
			if (index % perLine == 0) {
				newLine(depth);
			}
			else {
				this.source.append(' ');
			}
			write(call.arguments().get(index), depth);
		}
	}

	private void writeLines(Chain chain, int depth) {
		write(chain.head(), depth);
		for (Call call : chain.calls()) {
			newLine(depth + 1);
			if (call.comment() != null) {
				this.source.append("// ").append(call.comment());
				newLine(depth + 1);
			}
			this.source.append('.');
			write((Code) call.commented(null), depth + 1);
		}
	}

	private void newLine(int depth) {
		this.source.append('\n').append(INDENTATION.repeat(depth));
	}

}
