package io.ephemeral.feishu.card.element;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.RandomText;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.nibor.autolink.LinkExtractor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Parses escaped text with another implementation of Markdown than the platform's, which
 * must find in it nothing but the text.
 */
class MarkdownTextFuzzTests {

	private static final Parser PARSER = Parser.builder()
		.extensions(List.of(StrikethroughExtension.create(), TablesExtension.create()))
		.build();

	private static final LinkExtractor LINKS = LinkExtractor.builder().build();

	private static final String JOINED = "[[\\p{L}\\p{Mn}\\p{Mc}\\p{So}\\p{Sk}]&&[^\\x00-\\x7F]]";

	/** Stands in a context where the text will be. */
	private static final String WORD = "WORD";

	private static final List<Context> CONTEXTS = Stream
		.of(WORD, "- " + WORD, "1. a\n2. " + WORD, "a\n\n" + WORD, "[" + WORD, "![" + WORD, "<at id=ou_1></at> " + WORD)
		.map(Context::of)
		.toList();

	/** These end with the line. */
	private static final List<Context> ONE_LINE_CONTEXTS = Stream
		.of("# " + WORD, "> " + WORD, "a **b" + WORD + "b** c", "a *b" + WORD + "b* c", "~~b" + WORD + "b~~",
				"<font color='red'>" + WORD + "</font>", "[" + WORD + "](https://example.com/)",
				"| a | b |\n|---|---|\n| " + WORD + " | c |")
		.map(Context::of)
		.toList();

	@Test
	void textWhenEscapedThenIsNothingButText() {
		RandomText.forEach((random) -> {
			String text = random.next();
			assertIsText(text, random.oneOf(CONTEXTS));
			assertIsLine(text, random.oneOf(ONE_LINE_CONTEXTS));
		});
	}

	@Test
	void textWhenEscapedThenHoldsNothingThatThePlatformKnowsBesides() {
		RandomText.forEach((random) -> {
			String escaped = MarkdownText.escape(random.next());

			assertThat(LINKS.extractLinks(escaped)).isEmpty();
			assertThat(escaped.replaceAll("&(#\\d+|sim);", "")).doesNotContainPattern("[&<>:@$]");
		});
	}

	private static void assertIsLine(String text, Context context) {
		String line = text.replaceAll("\r\n|[\n\r\u0085\u2028\u2029]", " ");

		assertIsText(line, MarkdownText.escapeLine(text), context);
	}

	private static void assertIsText(String text, Context context) {
		assertIsText(text, MarkdownText.escape(text), context);
	}

	private static void assertIsText(String text, String escaped, Context context) {
		Node parsed = PARSER.parse(context.markdown().replace(WORD, escaped));

		assertThat(structure(parsed)).isEqualTo(context.structure());
		assertThat(lines(content(parsed))).isEqualTo(lines(context.content().replace(WORD, normalized(text))));
	}

	/** Everything but texts, line ends and paragraphs. */
	private static String structure(Node node) {
		String children = children(node).stream().map(MarkdownTextFuzzTests::structure).collect(Collectors.joining());
		boolean text = node instanceof Text || node instanceof SoftLineBreak || node instanceof HardLineBreak
				|| node instanceof Paragraph;
		return text ? children : node.getClass().getSimpleName() + "(" + children + ")";
	}

	private static String content(Node node) {
		if (node instanceof Text text) {
			return text.getLiteral();
		}
		if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
			return "\n";
		}
		String children = children(node).stream().map(MarkdownTextFuzzTests::content).collect(Collectors.joining());
		return (node instanceof Block || node.getClass().getSimpleName().equals("TableCell")) ? children + "\n"
				: children;
	}

	private static List<Node> children(Node node) {
		var children = new ArrayList<Node>();
		for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
			children.add(child);
		}
		return children;
	}

	/** What the Javadoc says becomes of a text. */
	private static String normalized(String text) {
		StringBuilder lines = new StringBuilder();
		text.codePoints()
			.map((codePoint) -> (codePoint >= 0xD800 && codePoint <= 0xDFFF) ? 0xFFFD : codePoint)
			.forEach(lines::appendCodePoint);
		return lines.toString()
			.replaceAll("\r\n|[\r\u0085\u2028\u2029]", "\n")
			// Joiners that stay, as half pairs, of which none is left.
			.replaceAll("(" + JOINED + ")\u200c(?=" + JOINED + ")", "$1\udc00")
			.replaceAll("(" + JOINED + ")\u200d(?=" + JOINED + ")", "$1\udc01")
			.replaceAll("[\\p{Cc}\\p{Cf}&&[^\n\t]]", "")
			.replace('\udc00', '\u200c')
			.replace('\udc01', '\u200d')
			.replace('\t', ' ')
			.replaceAll("\\G |(?<=\n) ", "\u00a0")
			.replace('~', '\u223c');
	}

	/** Markdown knows neither blank lines nor blanks at the end of a line. */
	private static List<String> lines(String content) {
		return content.lines().map((line) -> line.replaceAll("[ ]+$", "")).filter((line) -> !line.isEmpty()).toList();
	}

	/** Markdown around a word, and what becomes of it. */
	private record Context(String markdown, String structure, String content) {

		static Context of(String markdown) {
			Node parsed = PARSER.parse(markdown);
			return new Context(markdown, MarkdownTextFuzzTests.structure(parsed),
					MarkdownTextFuzzTests.content(parsed));
		}

	}

}
