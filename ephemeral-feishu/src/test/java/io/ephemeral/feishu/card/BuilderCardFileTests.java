package io.ephemeral.feishu.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.element.MarkdownText;
import io.ephemeral.feishu.card.element.MultiUrl;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class BuilderCardFileTests {

	private static final String MENU = "https://example.com/menu?a=b&c=(d)";

	@TempDir
	private Path folder;

	private CardFiles files;

	@BeforeEach
	void openFolder() {
		this.files = new CardFiles(new DefaultResourceLoader(), this.folder.toUri().toString());
	}

	@Test
	void exportWhenReadThenIsTheCardInside() {
		write(export("{ \"schema\": \"2.0\", \"body\": { \"elements\": [] } }", ""));

		assertThat(this.files.read("lunch").toJson()).isEqualTo("{\"schema\":\"2.0\",\"body\":{\"elements\":[]}}");
	}

	@Test
	void exportWhenBesideCardOfSameNameThenBothAreNamed() {
		write(export("{}", ""));
		write("lunch.json", "{}");

		assertThatIllegalArgumentException().isThrownBy(() -> this.files.read("lunch"))
			.withMessageContaining("lunch.json")
			.withMessageContaining("lunch.card");
	}

	@Test
	void exportWhenReplacedByCardThenCardIsRead() throws IOException {
		write(export("{ \"a\": 1 }", ""));
		this.files.read("lunch");
		Files.delete(this.folder.resolve("lunch.card"));
		write("lunch.json", "{ \"a\": 2 }");

		assertThat(this.files.read("lunch").toJson()).isEqualTo("{\"a\":2}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ \"schema\": \"2.0\" }", "[]", "{ \"dsl\": [], \"variables\": [] }" })
	void fileWhenNoExportThenIsRefused(String json) {
		write(json);

		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> this.files.read("lunch"))
			.withMessageContaining("lunch.card")
			.withMessageContaining("is not an export of the card builder");
	}

	@Test
	void exportWhenInJsonFileThenTellsItsName() {
		write("lunch.json", export("{}", ""));

		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> this.files.read("lunch"))
			.withMessageContaining("put it into a file that ends in .card");
	}

	@ParameterizedTest
	@MethodSource("values")
	void variableWhenFilledThenGetsIntoItsPlace(String type, Object value, String element, String filled) {
		write(export(element, variable(type, "x", "")));

		assertThat(this.files.read("lunch", Map.of("x", value))).isEqualTo(RawCard.parse(filled.replace('\'', '"')));
	}

	static Stream<Arguments> values() {
		String text = "{ 'content': '${x}' }";
		String markdown = "{ 'tag': 'markdown', 'content': '[a](${x})' }";
		return Stream.of(
				arguments("text", "<b>", "{ 'tag': 'markdown', 'content': '${x}' }",
						"{ 'tag': 'markdown', 'content': '&#60;b&#62;' }"),
				arguments("text", MarkdownText.of("<b>"), "{ 'tag': 'markdown', 'content': '${x}' }",
						"{ 'tag': 'markdown', 'content': '<b>' }"),
				arguments("text", "5", "{ 'name': '${x}' }", "{ 'name': '5' }"),
				arguments("text", "a/b", "{ 'url': 'https://x.y/${x}' }", "{ 'url': 'https://x.y/a%2Fb' }"),
				arguments("integer", 5, "{ 'max_length': '${x}' }", "{ 'max_length': 5 }"),
				arguments("integer", 5L, text, "{ 'content': '5' }"),
				arguments("number", 4.5, "{ 'price': '${x}' }", "{ 'price': 4.5 }"),
				arguments("number", 1e21, text, "{ 'content': '1000000000000000000000' }"),
				arguments("boolean", true, "{ 'disabled': '${x}' }", "{ 'disabled': true }"),
				arguments("boolean", false, text, "{ 'content': 'false' }"),
				arguments("date", LocalDate.of(2026, 12, 24), "{ 'initial_date': '${x}' }",
						"{ 'initial_date': '2026-12-24' }"),
				arguments("time", LocalTime.of(9, 5), "{ 'initial_time': '${x}' }", "{ 'initial_time': '09:05' }"),
				arguments("image", "img_1-a", "{ 'img_key': '${x}' }", "{ 'img_key': 'img_1-a' }"),
				arguments("image", Map.of("img_key", "img_1_a"), markdown,
						"{ 'tag': 'markdown', 'content': '[a](img_1_a)' }"),
				arguments("imageArray", List.of("img_1", Map.of("img_key", "img_2")), "{ 'img_list': '${x}' }",
						"{ 'img_list': [ { 'img_key': 'img_1' }, { 'img_key': 'img_2' } ] }"),
				arguments("person", Viewer.openId("ou_a_b"), "{ 'user_id': '${x}' }", "{ 'user_id': 'ou_a_b' }"),
				arguments("person", Map.of("id", "ou_a_b"), "{ 'tag': 'markdown', 'content': '<at id=${x}></at>' }",
						"{ 'tag': 'markdown', 'content': '<at id=ou_a_b></at>' }"),
				arguments("personArray", List.of("ou_a", Viewer.openId("ou_b")),
						"{ 'tag': 'person_list', 'persons': '${x}' }",
						"{ 'tag': 'person_list', 'persons': [ { 'id': 'ou_a' }, { 'id': 'ou_b' } ] }"),
				arguments("person_list", List.of("ou_a", Map.of("id", "ou_b", "selected", true)),
						"{ 'tag': 'select_person', 'options': '${x}' }",
						"{ 'tag': 'select_person', 'options': [ { 'value': 'ou_a' }, { 'value': 'ou_b' } ],"
								+ " 'initial_option': 'ou_b' }"),
				arguments("textArray", List.of("ou_a"), "{ 'tag': 'multi_select_person', 'options': '${x}' }",
						"{ 'tag': 'multi_select_person', 'options': [ { 'value': 'ou_a' } ] }"),
				arguments("url", MENU, "{ 'default_url': '${x}' }", "{ 'default_url': '" + MENU + "' }"),
				arguments("url", Map.of("url", MENU, "pc_url", "https://pc"),
						"{ 'url': '${x}', 'pc_url': '${x}', 'ios_url': '${x}' }",
						"{ 'url': '" + MENU + "', 'pc_url': 'https://pc', 'ios_url': '' }"),
				arguments("url", MultiUrl.of(MENU), "{ 'multi_url': '${x}' }",
						"{ 'multi_url': { 'url': '" + MENU + "' } }"),
				arguments("url", MENU, "{ 'card_link': '${x}' }", "{ 'card_link': { 'url': '" + MENU + "' } }"),
				arguments("url", MENU, markdown,
						"{ 'tag': 'markdown', 'content': '[a](https://example.com/menu?a=b&c=%28d%29)' }"),
				arguments("optionArray",
						List.of(Map.of("text", "Rice", "value", "1"),
								Map.of("text", "Soup", "value", "2", "selected", true)),
						"{ 'tag': 'select_static', 'options': '${x}' }",
						"{ 'tag': 'select_static', 'options': [ { 'text': { 'tag': 'plain_text', 'content': 'Rice' },"
								+ " 'value': '1' }, { 'text': { 'tag': 'plain_text', 'content': 'Soup' }, 'value': '2' } ],"
								+ " 'initial_index': 2 }"),
				arguments("optionArray", List.of(Map.of("text", "Rice", "value", "1", "selected", true)),
						"{ 'tag': 'multi_select_static', 'options': '${x}' }",
						"{ 'tag': 'multi_select_static', 'options': [ { 'text': { 'tag': 'plain_text',"
								+ " 'content': 'Rice' }, 'value': '1' } ], 'selected_values': [ '1' ] }"),
				arguments("button", List.of(Map.of("text", "Later", "type", "default", "value", "later")),
						"{ 'tag': 'overflow', 'options': '${x}' }",
						"{ 'tag': 'overflow', 'options': [ { 'text': { 'tag': 'plain_text', 'content': 'Later' },"
								+ " 'value': 'later' } ] }"),
				arguments("object", Map.of("id", 5), "{ 'value': '${x}' }", "{ 'value': { 'id': 5 } }"),
				arguments("chart", Map.of("type", "bar"), "{ 'chart_spec': '${x}' }",
						"{ 'chart_spec': { 'type': 'bar' } }"),
				arguments("tableRowArray", List.of(Map.of("a", "<b>")),
						"{ 'columns': [ { 'name': 'a', 'data_type': 'markdown' } ], 'rows': '${x}' }",
						"{ 'columns': [ { 'name': 'a', 'data_type': 'markdown' } ], 'rows': [ { 'a': '&#60;b&#62;' } ] }"),
				arguments("objectArray", List.of(Map.of("a", 1)), "{ 'value': { 'b': '${x}' } }",
						"{ 'value': { 'b': [ { 'a': 1 } ] } }"),
				arguments("array", List.of("a", 1), "{ 'b': '${x}' }", "{ 'b': [ 'a', 1 ] }"),
				arguments("unheard_of", 5, "{ 'b': '${x}' }", "{ 'b': 5 }"));
	}

	@Test
	void dateAndTimeWhenFilledThenIsWrittenAsPickersTakeIt() {
		write(export("{ \"a\": \"${x}\", \"b\": \"${y}\" }",
				variable("datetime", "x", "") + ", " + variable("DateTime", "y", "")));

		assertThat(
				this.files.read("lunch", Map.of("x", LocalDateTime.of(2026, 12, 24, 12, 30), "y", "2026-12-24 12:30"))
					.toJson())
			.isEqualTo("{\"a\":\"2026-12-24 12:30\",\"b\":\"2026-12-24 12:30\"}");
	}

	@ParameterizedTest
	@MethodSource("wrongValues")
	void variableWhenOfOtherTypeThenIsNamedWithoutItsValue(String type, Object value, String expectation) {
		write(export("{ \"a\": \"${salary}\" }", variable(type, "salary", "")));

		assertThatIllegalArgumentException().isThrownBy(() -> this.files.read("lunch", Map.of("salary", value)))
			.withMessageStartingWith("The variable \"salary\" of ")
			.withMessageContaining("lunch.card")
			.withMessageContaining(" must be " + expectation + ", but the given value is of the type ")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
	}

	static Stream<Arguments> wrongValues() {
		return Stream.of(arguments("text", 5, "text"), arguments("text", true, "text"),
				arguments("text", List.of("secret"), "text"), arguments("integer", "secret", "a whole number"),
				arguments("integer", "5", "a whole number"), arguments("integer", 4.5, "a whole number"),
				arguments("number", "4.5", "a number"), arguments("number", Double.NaN, "a number"),
				arguments("boolean", "true", "true or false"), arguments("boolean", 1, "true or false"),
				arguments("date", "24.12.2026", "a date such as 2026-12-24"),
				arguments("date", "2026-02-30", "a date such as 2026-12-24"),
				arguments("time", "24:00", "a time such as 12:30"),
				arguments("datetime", LocalDate.EPOCH, "a date and time such as 2026-12-24 12:30"),
				arguments("image", "https://secret", "an image key"), arguments("image", "img)secret", "an image key"),
				arguments("image", Map.of("img_key", "img_1", "i18n_img_key", Map.of()), "an image key"),
				arguments("imageArray", "img_1", "a list of image keys"),
				arguments("imageArray", List.of("img_1", 5), "a list of image keys"),
				arguments("person", " ", "an id of a person"), arguments("person", "all", "an id of a person"),
				arguments("personArray", List.of("all"), "a list of ids of people"),
				arguments("image", "---", "an image key"),
				arguments("person", Viewer.email("secret@example.com"), "an id of a person"),
				arguments("personArray", List.of(Map.of("name", "secret")), "a list of ids of people"),
				arguments("url", 5, "a link, or a map with url, pc_url, android_url and ios_url"),
				arguments("url", Map.of("href", "secret"),
						"a link, or a map with url, pc_url, android_url and ios_url"),
				arguments("optionArray", List.of(Map.of("text", "secret")), "a list of maps with text and value"),
				arguments("optionArray", List.of(Map.of("text", "", "value", "")),
						"a list of maps with text and value"),
				arguments("button", List.of("secret"), "a list of maps with text"),
				arguments("object", List.of(), "a map"), arguments("chart", "secret", "the map of a chart"),
				arguments("tableRowArray", List.of("secret"), "a list of maps"),
				arguments("objectArray", Map.of("secret", 1), "a list of maps"),
				arguments("textArray", List.of(1), "a list of texts"), arguments("array", "secret", "a list"));
	}

	@Test
	void valuesWhenMissingThenAreNamedAndMockDataAreNotTaken() {
		write(export("{ \"a\": \"${title} ${dish}\" }",
				variable("text", "title", "Made up") + ", " + variable("text", "dish", "Soup")));

		assertThatIllegalArgumentException().isThrownBy(() -> this.files.read("lunch", Map.of("dish", "Rice")))
			.withMessageStartingWith("The variables [title] of ")
			.withMessageEndingWith(
					"lunch.card] have no values; the mock data of the card builder are used only for previews");
	}

	@Test
	void valuesWhenNeitherDeclaredNorUsedThenAreNamed() {
		write(export("{ \"a\": \"${dish}\" }", variable("text", "dish", "")));

		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.files.read("lunch", Map.of("dish", "Soup", "prise", 4)))
			.withMessageStartingWith("The values [prise] match no variable of ");
	}

	@Test
	void variableWhenDeclaredButNotUsedThenMayBeLeftOut() {
		write(export("{ \"a\": 1 }", variable("text", "title", "") + ", " + variable("objectArray", "list", "")));

		assertThat(this.files.read("lunch")).isEqualTo(this.files.read("lunch", Map.of("title", "Lunch")));
	}

	@Test
	void placeholderWhenNotDeclaredThenTakesEveryValue() {
		write(export("{ \"disabled\": \"${off}\", \"content\": \"${off}\" }", ""));

		assertThat(this.files.read("lunch", Map.of("off", true)).toJson())
			.isEqualTo("{\"disabled\":true,\"content\":\"true\"}");
	}

	@Test
	void placeholderWhenNameOfBuilderThenIsTheSameVariable() {
		write(export("{ \"a\": \"${var_off} ${off}\" }", variable("boolean", "off", "")));

		assertThat(this.files.read("lunch", Map.of("off", true)).toJson()).isEqualTo("{\"a\":\"true true\"}");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.files.read("lunch", Map.of("off", true, "var_off", true)))
			.withMessageContaining("[var_off]");
	}

	@ParameterizedTest
	@CsvSource({ "$${x},$5", "${x}$${,5$${", "${1} ${} ${a b},${1} ${} ${a b}", "$$,$$" })
	void textWhenNoPlaceholderThenStays(String text, String filled) {
		write(export("{ \"content\": \"" + text + "\", \"a\": \"${x}\" }", variable("integer", "x", "")));

		assertThat(this.files.read("lunch", Map.of("x", 5)).toJson())
			.isEqualTo("{\"content\":\"" + filled + "\",\"a\":5}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ \"a\": \"${x.url}\" }", "{ \"a\": \"${ x }\" }", "{ \"a\": [ \"${x[0]}\" ] }",
			"{ \"a\": { \"${x}\": 1 } }" })
	void variableWhenUsedInOtherWayThenIsRefused(String card) {
		write(export(card, variable("text", "x", "")));

		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> this.files.read("lunch"))
			.withMessageContaining("uses the variable \"x\" in a way that only the platform understands");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ \"tag\": \"repeat\", \"elements\": [] }",
			"{ \"tag\": \"column_set\", \"columns\": [], \"_varloop\": \"${list}\" }",
			"{ \"tag\": \"container\", \"variable\": \"list\", \"elements\": [] }",
			"{ \"tag\": \"container\", \"items\": \"${list}\", \"elements\": [] }" })
	void exportWhenItHasLoopThenIsToBePublished(String loop) {
		write(export("{ \"body\": { \"elements\": [ " + loop + " ] } }", variable("objectArray", "list", "")));

		assertThatExceptionOfType(InvalidCardException.class)
			.isThrownBy(() -> this.files.read("lunch", Map.of("list", List.of())))
			.withMessageContaining("lunch.card")
			.withMessageContaining("has a loop")
			.withMessageEndingWith("publish the card as a template and send a TemplateCard");
	}

	@Test
	void listWhenWithinTextThenIsRefused() {
		write(export("{ \"content\": \"${team}\" }", variable("personArray", "team", "")));

		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> this.files.read("lunch"))
			.withMessageContaining("has the variable \"team\" inside a text");
	}

	@Test
	void variablesWhenOfSameNameThenAreRefused() {
		write(export("{}", variable("text", "x", "") + ", " + variable("integer", "x", "")));

		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> this.files.read("lunch"))
			.withMessageEndingWith("has several variables \"x\"");
	}

	@Test
	void previewWhenValueIsMissingThenTakesMockData() {
		write(export("{ \"a\": \"${title}\", \"b\": \"${max}\", \"img_list\": \"${photos}\" }",
				variable("text", "title", "Made up") + ", " + variable("integer", "max", "5") + ", "
						+ variable("imageArray", "photos", "[{\\\"img_key\\\":\\\"img_1\\\"}]")));

		assertThat(this.files.preview("lunch", Map.of("title", "Lunch")).toJson())
			.isEqualTo("{\"a\":\"Lunch\",\"b\":5,\"img_list\":[{\"img_key\":\"img_1\"}]}");
	}

	@Test
	void previewWhenThereAreNoMockDataThenValueIsMissing() {
		write(export("{ \"a\": \"${max}\" }", variable("integer", "max", "")));

		assertThatIllegalArgumentException().isThrownBy(() -> this.files.preview("lunch", Map.of()))
			.withMessageStartingWith("The variables [max] of ");
	}

	private static String export(String card, String variables) {
		return "{ \"name\": \"Lunch\", \"dsl\": " + card.replace('\'', '"') + ", \"variables\": [ " + variables
				+ " ] }";
	}

	private static String variable(String type, String name, String mockData) {
		return "{ \"type\": \"" + type + "\", \"apiName\": \"var_" + name + "\", \"name\": \"" + name
				+ "\", \"desc\": \"\", \"mockData\": \"" + mockData + "\" }";
	}

	private void write(String export) {
		write("lunch.card", export);
	}

	private void write(String name, String content) {
		try {
			Files.writeString(this.folder.resolve(name), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
