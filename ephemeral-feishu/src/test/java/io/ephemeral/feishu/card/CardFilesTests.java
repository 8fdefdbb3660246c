package io.ephemeral.feishu.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.card.element.MarkdownText;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CardFilesTests {

	private static final long NOON = 1_770_000_000_000L;

	@TempDir
	private Path folder;

	private CardFiles files;

	@BeforeEach
	void openFolder() {
		this.files = new CardFiles(new DefaultResourceLoader(), this.folder.toUri().toString());
	}

	@Test
	void fileWhenOnClasspathThenIsRead() {
		CardFiles files = new CardFiles(new DefaultResourceLoader(getClass().getClassLoader()),
				"classpath:io/ephemeral/feishu");

		assertThat(files.read("card/card").json().at("/header/title/content").asString()).isEqualTo("Set a reminder");
	}

	@Test
	void fileWhenMissingThenIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.files.read("lunch"))
			.withMessageStartingWith("There is no card at ")
			.withMessageContaining("lunch.json");
	}

	@Test
	void fileWhenOutsideOfFolderThenIsRefused() {
		for (String name : List.of("../lunch", "%2e%2e/lunch", "/lunch", "a//b", "a/./b", "lunch?x", "")) {
			assertThatIllegalArgumentException().as(name)
				.isThrownBy(() -> this.files.read(name))
				.withMessageStartingWith("The name of a card must have only letters");
		}
	}

	@Test
	void placeholderWhenMistypedThenIsRefused() {
		write("{ \"content\": \"${order.id}\" }", NOON);

		assertThatIllegalArgumentException().isThrownBy(() -> this.files.read("lunch"))
			.withMessageStartingWith("A placeholder such as ${title} must have a name of letters");
	}

	@Test
	void fileWhenNoJsonThenTellsThePlace() {
		write("{ \"salary\": }", NOON);

		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> this.files.read("lunch"))
			.withMessage("The card is not valid JSON (line 1, column 13)");
	}

	@Test
	void valuesWhenMissingThenAreNamed() {
		write("{ \"a\": \"${dish} ${price}\", \"b\": \"${price}\" }", NOON);

		assertThatIllegalArgumentException().isThrownBy(() -> this.files.read("lunch", Map.of("dish", "Soup")))
			.withMessageStartingWith("The placeholders [price] of ")
			.withMessageContaining("lunch.json");
		assertThatIllegalArgumentException().isThrownBy(() -> this.files.read("lunch"))
			.withMessageContaining("[dish, price]");
	}

	@Test
	void valuesWhenNotUsedThenAreNamed() {
		write("{ \"a\": \"${dish}\" }", NOON);

		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.files.read("lunch", Map.of("dish", "Soup", "prise", 4)))
			.withMessageStartingWith("The values [prise] match no placeholder of ");
	}

	@Test
	void textWhenInMarkdownThenIsEscapedUnlessItIsMarkdown() {
		assertThat(filled("{ \"tag\": \"markdown\", \"content\": \"${text} ${markdown}\" }",
				Map.of("text", "<b>", "markdown", MarkdownText.of("<b>"))))
			.isEqualTo("{\"tag\":\"markdown\",\"content\":\"&#60;b&#62; <b>\"}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '=', textBlock = """
			> ${text}               = > a b
			- ${text}               = - a b
			## ${text}              = ## a b
			**${text}**             = **a b**
			| ${text} |\\n| - |      = | a b |\\n| - |
			1. ${text}\\n2. ${text} = 1. a b\\n2. a b
			${text} ${text}         = a b a b
			${text}                 = a\\nb
			Today\\n${text}\\n- Soup = Today\\na\\nb\\n- Soup
			""")
	void linesWhenInMarkdownThenStayOnlyWherePlaceholderIsTheWholeLine(String template, String expected) {
		assertThat(filled("{ \"tag\": \"markdown\", \"content\": \"" + template + "\" }", Map.of("text", "a\nb")))
			.isEqualTo("{\"tag\":\"markdown\",\"content\":\"" + expected + "\"}");
	}

	@Test
	void linesWhenMarkdownThenStay() {
		assertThat(filled("{ \"tag\": \"markdown\", \"content\": \"> ${markdown}\" }",
				Map.of("markdown", MarkdownText.of("a\n> b"))))
			.isEqualTo("{\"tag\":\"markdown\",\"content\":\"> a\\n> b\"}");
	}

	@Test
	void textWhenInPlainTextThenIsAsItIs() {
		assertThat(filled("{ \"tag\": \"plain_text\", \"content\": \"${text}\" }", Map.of("text", "<b> \"}")))
			.isEqualTo("{\"tag\":\"plain_text\",\"content\":\"<b> \\\"}\"}");
	}

	@Test
	void textWhenInTitleOfJson1ThenIsEscapedForEveryLanguage() {
		assertThat(filled("{ \"tag\": \"lark_md\", \"i18n\": { \"en_us\": \"${text}\" } }", Map.of("text", "<b>")))
			.isEqualTo("{\"tag\":\"lark_md\",\"i18n\":{\"en_us\":\"&#60;b&#62;\"}}");
	}

	@Test
	void placeholderWhenDollarIsDoubledThenIsText() {
		assertThat(filled("{ \"a\": \"$${dish}\", \"b\": \"$${1\", \"c\": \"$5 {x}\" }", Map.of()))
			.isEqualTo("{\"a\":\"${dish}\",\"b\":\"${1\",\"c\":\"$5 {x}\"}");
	}

	@Test
	void placeholderWhenInValueThenIsText() {
		assertThat(filled("{ \"a\": \"<${one}>\", \"b\": \"<${two}>\" }", Map.of("one", "${two}", "two", "$1 \\")))
			.isEqualTo("{\"a\":\"<${two}>\",\"b\":\"<$1 \\\\>\"}");
	}

	@Test
	void valueWhenWholeStringThenKeepsItsType() {
		assertThat(filled(
				"{ \"max_length\": \"${number}\", \"disabled\": \"${flag}\", \"options\": \"${list}\", "
						+ "\"value\": \"${map}\", \"id\": \"${record}\", \"name\": \"${text}\" }",
				Map.of("number", 5, "flag", true, "list", List.of("a", 1), "map", Map.of("a", false), "record",
						new Dish("Soup"), "text", "5")))
			.isEqualTo("{\"max_length\":5,\"disabled\":true,\"options\":[\"a\",1],\"value\":{\"a\":false},"
					+ "\"id\":{\"name\":\"Soup\"},\"name\":\"5\"}");
	}

	@Test
	void valueWhenContentThenIsText() {
		assertThat(filled("{ \"content\": \"${number}\" }", Map.of("number", 5))).isEqualTo("{\"content\":\"5\"}");
	}

	@Test
	void rowsWhenNumberThenStayNumber() {
		assertThat(filled("{ \"tag\": \"input\", \"rows\": 3, \"name\": \"${text}\" }", Map.of("text", "dish")))
			.isEqualTo("{\"tag\":\"input\",\"rows\":3,\"name\":\"dish\"}");
	}

	@Test
	void rowsWhenOneValueThenAreEscapedInColumnsOfMarkdown() {
		String table = "{ \"rows\": \"${rows}\", \"columns\": [ { \"name\": \"name\", \"data_type\": \"markdown\" } ] }";

		assertThat(filled(table,
				Map.of("rows",
						List.of(new Dish("<b>"), Map.of("name", MarkdownText.of("<b>")), Map.of("note", "<b>")))))
			.startsWith("{\"rows\":[{\"name\":\"&#60;b&#62;\"},{\"name\":\"<b>\"},{\"note\":\"<b>\"}],");
	}

	@Test
	void rowWhenOneValueThenIsEscapedInColumnsOfMarkdown() {
		String table = "{ \"rows\": [ \"${row}\" ], \"columns\": [ { \"name\": \"name\", \"data_type\": \"lark_md\" } ] }";

		assertThat(filled(table, Map.of("row", new Dish("<b>")))).startsWith("{\"rows\":[{\"name\":\"&#60;b&#62;\"}],");
	}

	@Test
	void valueWhenInLinkThenIsEncodedUnlessItIsTheLink() {
		assertThat(filled("{ \"default_url\": \"https://example.com/${dish}?n=${number}\", \"url\": \"${link}\" }",
				Map.of("dish", "a/b c&d=午", "number", 5, "link", "https://example.com/?a=b&c")))
			.isEqualTo("{\"default_url\":\"https://example.com/a%2Fb%20c%26d%3D%E5%8D%88?n=5\","
					+ "\"url\":\"https://example.com/?a=b&c\"}");
	}

	@Test
	void markdownWhenInLinkThenIsEncodedToo() {
		assertThat(filled("{ \"url\": \"https://example.com/${dish}\" }", Map.of("dish", MarkdownText.of("a b"))))
			.isEqualTo("{\"url\":\"https://example.com/a%20b\"}");
	}

	@Test
	void fileWhenUnchangedThenIsReadOnce() {
		write("{ \"a\": 1 }", NOON);
		RawCard first = this.files.read("lunch");

		write("{ \"a\": 2 }", NOON);

		assertThat(this.files.read("lunch")).isEqualTo(first);
	}

	@Test
	void fileWhenChangedThenIsReadAgain() {
		write("{ \"a\": 1 }", NOON);
		this.files.read("lunch");

		write("{ \"a\": 2 }", NOON + 1000);

		assertThat(this.files.read("lunch").toJson()).isEqualTo("{\"a\":2}");
	}

	@Test
	void fileWhenDeletedThenIsMissing() throws IOException {
		write("{ \"a\": 1 }", NOON);
		this.files.read("lunch");

		Files.delete(this.folder.resolve("lunch.json"));

		assertThatIllegalArgumentException().isThrownBy(() -> this.files.read("lunch"));
	}

	private String filled(String card, Map<String, ?> values) {
		write(card, NOON);
		return this.files.read("lunch", values).toJson();
	}

	private void write(String card, long changed) {
		try {
			Path file = Files.writeString(this.folder.resolve("lunch.json"), card);
			Files.setLastModifiedTime(file, FileTime.fromMillis(changed));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	record Dish(String name) {
	}

}
