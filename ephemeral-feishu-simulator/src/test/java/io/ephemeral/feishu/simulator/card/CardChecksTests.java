package io.ephemeral.feishu.simulator.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class CardChecksTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Official samples that break a rule of the documents they stand in. */
	private static final Map<String, List<String>> CONTRADICTING_SAMPLES = Map.of(
			// a skeleton, whose only component is called xxx and has the element_id of a
			// tag
			"card-json-v2-structure-1.json", List.of("body.elements[0]", "body.elements[0].element_id"),
			// a skeleton, which names two elements custom_id; its table demands that an
			// element_id is unique in the card
			"column-set-1.json", List.of("body.elements[0].columns[0].element_id"),
			// has a submit button without name; the page of forms: "required for every
			// interactive component in a form, or sending fails"
			"multi-select-person-picker-1.json", List.of("body.elements[0].elements[1].name"));

	@ParameterizedTest
	@ValueSource(strings = { "card", "column_set", "form", "interactive_container", "collapsible_panel", "div",
			"markdown", "img", "img_combination", "person", "person_list", "hr", "table", "chart", "audio", "button",
			"input", "overflow", "select_static", "multi_select_static", "select_person", "multi_select_person",
			"date_picker", "picker_time", "picker_datetime", "select_img", "checker" })
	void cardWhenEveryPropertyIsSetThenIsAccepted(String file) {
		assertThat(CardChecks.violations(card(file), CardTarget.PUBLIC)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			# properties that no document lists
			card | /config/wide_screen_mode | true
			card | /config/compact_width | 7
			card | /fallback | {}
			card | /header/color | "blue"
			card | /body/elements/0/href | {}
			column_set | 0/columns/0/name | "left"
			button | 0/complex_interaction | true
			hr | 0/color | "grey"
			# words, numbers and lengths that no document lists
			card | /config/width_mode | "wide"
			card | /config/summary/i18n_content/xx_xx | "x"
			card | /header/template | "pink"
			card | /body/padding | "100px"
			card | /body/elements/0/icon/color | "rgba(5,157,178,0.52)"
			column_set | 0/columns/0/weight | 6
			column_set | 0/columns/0/background_style | "rgba(1,2,3,0.5)"
			column_set | 0/margin | 4
			img | 0/size | "16:9"
			img | 0/size | "21:8"
			img | 0/custom_width | 278
			img_combination | 0/img_list_length | 2
			table | 0/page_size | "5"
			table | 0/columns/0/data_type | "string"
			button | 0/type | "secondary"
			button | 0/text/tag | "lark_md"
			button | 0/behaviors/1/type | "form_action"
			button | 0/behaviors/1/value | 7
			input | 0/elements/0/max_length | 1001
			select_static | 0/elements/0/options/1/value | "soup"
			date_picker | 0/elements/0/initial_date | "05.01.2026"
			multi_select_person | 0/elements/0/type | "text"
			# properties that a document calls required
			interactive_container | 0/behaviors | -
			interactive_container | 0/elements | -
			collapsible_panel | 0/header | -
			person | 0/user_id | -
			person_list | 0/persons | -
			img | 0/alt | -
			img | 0/img_key | ""
			img_combination | 0/img_list | -
			table | 0/rows | -
			chart | 0/chart_spec | {}
			button | 0/behaviors/0/default_url | -
			button | 0/behaviors/1/value | -
			button | 0/confirm/title | -
			button | 0/text | {}
			overflow | 0/options | -
			# links
			card | /card_link | {"url": ""}
			card | /card_link | {}
			card | /card_link/url | -
			card | /card_link/url | "javascript:alert(1)"
			# nulls
			markdown | 0/content | null
			button | 0/behaviors | null
			form | 0/elements/0/placeholder | null
			table | 0/rows/0/dish | null
			""")
	void cardWhenPropertyIsOnlyUndocumentedThenIsAccepted(String file, String property, String value) {
		assertThat(CardChecks.violations(changed(file, pointer(property), value), CardTarget.PUBLIC)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			card | /header | "Lunch?"
			card | /header/title | "Lunch?"
			card | /header/template | ["blue"]
			card | /config | []
			card | /config/locales | "zh_cn"
			card | /config/style/color | "red"
			card | /config/summary/i18n_content | "x"
			card | /body | []
			card | /body/elements | {}
			card | /body/elements | "x"
			card | /body/elements/0 | "hr"
			card | /body/elements/0 | null
			card | /body/elements/0 | []
			card | /card_link/url | {}
			column_set | 0/columns | {}
			column_set | 0/columns/0 | "left"
			div | 0/text | "Soup"
			markdown | 0/content | {"tag": "plain_text", "content": "Soup"}
			markdown | 0/content | ["Soup"]
			img | 0/alt | ""
			table | 0/columns | "dish"
			table | 0/rows | {}
			table | 0/rows/0 | ["Soup"]
			chart | 0/chart_spec | "{}"
			button | 0/behaviors | {}
			button | 0/behaviors/1 | "callback"
			button | 0/behaviors/1/value | []
			button | 0/text | "Order"
			button | 0/confirm | "Sure?"
			select_static | 0/elements/0/options/0 | "soup"
			multi_select_static | 0/elements/0/selected_values | "soup"
			checker | 0/button_area/buttons | {}
			""")
	void valueWhenOfAnotherStructureThen200621NamesIt(String file, String property, String value) {
		String pointer = pointer(property);

		assertThat(CardChecks.violations(changed(file, pointer, value), CardTarget.PUBLIC)).first()
			.satisfies((violation) -> {
				assertThat(violation.error()).isEqualTo(CardError.WRONG_STRUCTURE);
				assertThat(violation.path()).isEqualTo(path(pointer));
				assertThat(violation.words()).startsWith("ErrCode: 200621; ErrMsg: parse card json err, ");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					card | /elements | elements | ``
					card | /i18n_elements | i18n_elements | ``
					column_set | 0/columns/0/corner_radius | corner_radius | body -> elements -> [0](tag: column_set) -> columns -> [0](tag: column)
					checker | 0/icon | icon | body -> elements -> [0](tag: checker)
					""")
	void propertyWhenPlatformRefusesItThenWordsNameItAndItsObject(String file, String property, String name,
			String steps) {
		String pointer = pointer(property);

		String words = "ErrCode: 200621; ErrMsg: parse card json err, please check whether the card json is correct; "
				+ "ErrorValue: unknown property: %s, path: [%s]; ".formatted(name, steps);

		for (String value : List.of("null", "\"\"", "{}", "[]")) {
			assertThat(CardChecks.violations(changed(file, pointer, value), CardTarget.PUBLIC)).singleElement()
				.satisfies((violation) -> {
					assertThat(violation.path()).isEqualTo(path(pointer));
					assertThat(violation.words()).isEqualTo(words);
				});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "note", "action", "column", "Button", "code_block", "plain_text" })
	void componentWhenTagIsNotSupportedThenWordsNameItsPlace(String tag) {
		assertThat(violations(elements("{'tag': 'hr'}", "{'tag': '%s', 'elements': []}".formatted(tag))))
			.singleElement()
			.satisfies((violation) -> {
				assertThat(violation.path()).isEqualTo("body.elements[1]");
				assertThat(violation.words()).isEqualTo("ErrCode: 200861; ErrPath: ROOT -> body -> elements -> "
						+ "[1](tag: %1$s); ErrMsg: cards of schema V2 no longer support this capability; "
							.formatted(tag)
						+ "ErrorValue: unsupported tag %s; ".formatted(tag));
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{'tag': ''}", "{'tag': 7}", "{'content': 'x'}" })
	void componentWhenItHasNoTagThen200861(String element) {
		assertThat(violations(elements(element))).extracting(CardViolation::error)
			.containsExactly(CardError.UNKNOWN_ELEMENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "footer-sep", "1st", "a23456789012345678901", "", "_a", "élan", "a b" })
	void elementIdWhenOfWrongFormThen300301QuotesIt(String id) {
		assertThat(accepts(elements("{'tag': 'hr', 'element_id': 'a2345678901234567_90'}"))).isTrue();
		assertThat(violations(elements("{'tag': 'hr', 'element_id': '%s'}".formatted(id)))).singleElement()
			.satisfies((violation) -> {
				assertThat(violation.path()).isEqualTo("body.elements[0].element_id");
				assertThat(violation.words()).isEqualTo("ErrCode: 300301; ErrMsg: ElementID " + id
						+ ": Code 1002: elementID format error. Only alphabets, numbers, and underscores are allowed. "
						+ "It must start with an alphabet and not exceed 20 characters.; ");
			});
	}

	@Test
	void elementIdWhenUsedTwiceThen300301() {
		String hr = "{'tag': 'hr', 'element_id': '%s'}";
		String text = "{'tag': 'div', 'text': {'tag': 'plain_text', 'element_id': 'a', 'content': 'x'}}";

		assertThat(accepts(elements(hr.formatted("b"), text))).isTrue();
		assertThat(violations(elements(hr.formatted("a"), text)).toString()).isEqualTo(
				"[body.elements[1].text.element_id: must be unique, but is the same as body.elements[0].element_id]");
		assertThat(violations(elements(hr.formatted("a"), text)).get(0).words())
			.isEqualTo("ErrCode: 300301; ErrMsg: ElementID a: Code 1001: Duplicate ID; ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "button", "input", "select_static", "multi_select_static", "select_person",
			"multi_select_person", "date_picker", "select_img", "checker" })
	void nameWhenMissingInFormThen11310(String tag) {
		assertThat(accepts(form("{'tag': '%s', 'name': 'x'}".formatted(tag)))).isTrue();
		for (String unnamed : List.of("{'tag': '%s'}", "{'tag': '%s', 'name': ''}", "{'tag': '%s', 'name': null}")) {
			assertThat(violations(form(unnamed.formatted(tag)))).singleElement().satisfies((violation) -> {
				assertThat(violation.path()).isEqualTo("body.elements[0].elements[0].name");
				assertThat(violation.words()).isEqualTo("ErrCode: 11310; ErrPath: ROOT -> body -> elements -> "
						+ "[0](tag: form) -> elements -> [0](tag: %s); ErrMsg: name is required; ".formatted(tag));
			});
		}
	}

	@Test
	void nameWhenFormHasNoneThen11310() {
		String form = "{'tag': 'form', %s 'elements': [{'tag': 'button', 'name': 's', 'form_action_type': 'submit'}]}";

		assertThat(accepts(elements(form.formatted("'name': 'f',")))).isTrue();
		assertThat(violations(elements(form.formatted("")))).extracting(CardViolation::path)
			.containsExactly("body.elements[0].name");
		assertThat(violations(elements(form.formatted("'name': ' ',")))).hasSize(1);
	}

	@Test
	void nameWhenOfFormAndUsedTwiceInCardThen11310QuotesIt() {
		String inForm = "{'tag': 'form', 'name': 'f', 'elements': [{'tag': 'input', 'name': 'x'},"
				+ " {'tag': 'button', 'name': 'save', 'form_action_type': 'submit'}]}";
		String outside = "{'tag': 'input', 'name': '%s'}";

		assertThat(accepts(elements(inForm, outside.formatted("y"), outside.formatted("y")))).isTrue();
		for (String name : List.of("x", "f", "save")) {
			assertThat(violations(elements(inForm, outside.formatted(name)))).singleElement().satisfies((violation) -> {
				assertThat(violation.path()).isEqualTo("body.elements[1].name");
				assertThat(violation.words()).isEqualTo("ErrCode: 11310; ErrPath: ROOT -> body -> elements -> "
						+ "[1](tag: input); ErrMsg: name(%s) duplicate; ".formatted(name));
			});
		}
	}

	@Test
	void nameWhenOfFormAndOfItsFieldThen11310() {
		assertThat(violations(form("{'tag': 'input', 'name': 'f'}"))).extracting(CardViolation::path)
			.containsExactly("body.elements[0].elements[0].name");
		assertThat(violations(elements(
				"{'tag': 'form', 'name': 'a', 'elements': [%1$s]}, {'tag': 'form', 'name': 'b', 'elements': [%1$s]}"
					.formatted("{'tag': 'button', 'name': 's', 'form_action_type': 'submit'}"))))
			.extracting(CardViolation::error)
			.containsExactly(CardError.NAME_UNIQUE);
	}

	@Test
	void nameWhenOfButtonInCheckerOfFormThenIsNotRequired() {
		assertThat(accepts(form("{'tag': 'checker', 'name': 'c', 'button_area': {'buttons': [{'tag': 'button'}]}}")))
			.isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			'form_action_type': 'submit' | true
			'action_type': 'form_submit' | true
			'behaviors': [{'type': 'form_action', 'behavior': 'submit'}] | true
			'form_action_type': 'reset' | false
			'behaviors': [{'type': 'callback', 'value': {'behavior': 'submit'}}] | false
			'type': 'submit' | false
			""")
	void formWhenNoButtonSubmitsAtAnyDepthThen300123(String property, boolean submits) {
		String form = "{'tag': 'form', 'name': 'f', 'elements': [{'tag': 'column_set', 'columns': [{'tag': 'column',"
				+ " 'elements': [{'tag': 'button', 'name': 'b', " + property + "}]}]}]}";

		assertThat(violations(elements(form))).extracting(CardViolation::words)
			.isEqualTo(submits ? List.of() : List.of("ErrCode: 300123; ErrPath: ROOT -> body -> elements -> "
					+ "[0](tag: form); ErrMsg: there is no submit button in the form container, at least one; "));
	}

	@Test
	void buttonWhenSecondInFormThenIsAcceptedWithoutAction() {
		assertThat(accepts(form("{'tag': 'button', 'name': 'b'}"))).isTrue();
		assertThat(accepts(form("{'tag': 'button', 'name': 'b', 'behaviors': [{'type': 'callback', 'value': {}}]}")))
			.isTrue();
		assertThat(accepts(form("{'tag': 'button', 'name': 'b', 'form_action_type': 'cancel'}"))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "form", "table" })
	void componentWhenForBodyOnlyAndNestedThenIsRefused(String tag) {
		String element = JSON.writeValueAsString(card(tag).path("body").path("elements").path(0));

		assertThat(accepts(elements(element))).isTrue();
		assertThat(violations(elements(nested(1, element)))).singleElement().satisfies((violation) -> {
			assertThat(violation.path()).isEqualTo("body.elements[0].elements[0]");
			assertThat(violation.words()).contains("ErrCode: 200621; ", "ErrorValue: type of element is not supported "
					+ "tag: " + tag + ", path: [body -> elements -> [0](tag: collapsible_panel) -> elements -> ");
		});
	}

	@Test
	void checkerWhenItsTextIsMarkdownThenIsRefused() {
		assertThat(violations(elements("{'tag': 'checker', 'text': {'tag': 'markdown', 'content': 'x'}}")))
			.extracting(CardViolation::words)
			.containsExactly(
					"ErrCode: 200621; ErrMsg: parse card json err, please check whether the card json is correct; "
							+ "ErrorValue: type of element is not supported tag: markdown, path: "
							+ "[body -> elements -> [0](tag: checker) -> text]; ");
	}

	@Test
	void chartWhenInFormAtAnyDepthThenIsRefused() {
		String chart = "{'tag': 'chart', 'chart_spec': {'type': 'bar'}}";

		assertThat(accepts(elements(chart))).isTrue();
		assertThat(accepts(elements(nested(1, chart)))).isTrue();
		assertThat(violations(form(chart))).extracting(CardViolation::error).containsExactly(CardError.PLACEMENT);
		assertThat(violations(form(nested(1, chart)))).extracting(CardViolation::path)
			.containsExactly("body.elements[0].elements[0].elements[0]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'tag': 'multi_select_static'}", "{'tag': 'multi_select_person', 'name': 'x'}",
			"{'tag': 'select_img', 'multi_select': true, 'options': []}" })
	void choiceWhenOutsideFormThenIsAccepted(String element) {
		assertThat(accepts(elements(element))).isTrue();
		assertThat(accepts(elements(nested(2, element)))).isTrue();
	}

	@Test
	void containerWhenAtSixthLevelThenIsAccepted() {
		assertThat(accepts(elements(nested(6, "{'tag': 'hr'}")))).isTrue();
	}

	@Test
	void cardWhenItHasSixTablesThen11310() {
		String table = "{'tag': 'table', 'columns': [], 'rows': []}";

		assertThat(accepts(elements(repeated(5, table)))).isTrue();
		assertThat(violations(elements(repeated(6, table)))).extracting(CardViolation::words)
			.containsExactly("ErrCode: 11310; ErrMsg: card table number over limit; ErrorValue: table; ");
	}

	@Test
	void cardWhenTablesInMarkdownMakeSixThen11310() {
		String table = "{'tag': 'table', 'columns': [], 'rows': []}";
		String two = "{'tag': 'markdown', 'content': '|a|b|\\n|-|-|\\n\\n|a|\\n|-|'}";
		String one = "{'tag': 'div', 'text': {'tag': 'lark_md', 'content': '|a|\\n|-|'}}";
		String plain = "{'tag': 'div', 'text': {'tag': 'plain_text', 'content': '|a|\\n|-|'}}";

		assertThat(accepts(elements(table, two, two, plain))).isTrue();
		assertThat(accepts(elements(table, nested(1, two), one, one, plain))).isTrue();
		assertThat(violations(elements(table, nested(1, two), two, one))).extracting(CardViolation::error)
			.containsExactly(CardError.TABLES);
	}

	@Test
	void cardWhenItHas201ComponentsAndTextsThen11310() {
		String two = "{'tag': 'button', 'text': {'tag': 'plain_text', 'content': 'x'}}";
		String set = "{'tag': 'column_set', 'columns': [{'tag': 'column', 'elements': []}]}";

		assertThat(accepts(elements(repeated(100, two)))).isTrue();
		assertThat(accepts(elements(repeated(200, set)))).isTrue();
		assertThat(violations(elements(
				Stream.concat(Stream.of(repeated(100, two)), Stream.of("{'tag': 'hr'}")).toArray(String[]::new))))
			.extracting(CardViolation::words)
			.containsExactly("ErrCode: 11310; ErrMsg: element exceeds the limit; ");
	}

	@Test
	void imagesWhenMoreThanModeHoldsThenAreAccepted() {
		String image = "{'img_key': 'img_v3_a'}";

		assertThat(accepts(elements("{'tag': 'img_combination', 'combination_mode': 'double', 'img_list': [%s]}"
			.formatted(String.join(",", repeated(3, image)))))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			img | 0/img_key | 200570
			chart | 0/chart_spec | 200550
			table | 0/columns | 200914
			""")
	void propertyWhenComponentIsNothingWithoutItThenItsCodeIsTold(String file, String property, int code) {
		String pointer = pointer(property);
		ObjectNode missing = changed(file, pointer, "-");
		change(missing, "/body/elements/0/rows", "[]");
		change(missing, "/body/elements/0/i18n_img_key", "null");

		assertThat(CardChecks.violations(missing, CardTarget.PUBLIC)).singleElement().satisfies((violation) -> {
			assertThat(violation.path()).isEqualTo(path(pointer));
			assertThat(violation.words())
				.startsWith("ErrCode: %d; ErrPath: ROOT -> body -> elements -> [0](tag: %s); ".formatted(code, file));
		});
	}

	@Test
	void imageWhenItHasKeysByLanguageOnlyThenIsAccepted() {
		assertThat(accepts(elements("{'tag': 'img', 'i18n_img_key': {'en_us': 'img_v3_a'}}"))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "select_static", "multi_select_static", "overflow" })
	void optionWhenTextAndValueAreEmptyThen200621(String tag) {
		String select = "{'tag': '" + tag + "', 'options': [{'text': %s, 'value': '%s'}]}";
		String empty = "{'tag': 'plain_text', 'content': ''}";

		assertThat(accepts(elements(select.formatted(empty, "a")))).isTrue();
		assertThat(accepts(elements(select.formatted(empty.replace("''", "'A'"), "")))).isTrue();
		assertThat(accepts(elements(select.formatted("{'i18n_content': {'en_us': 'A'}}", "")))).isTrue();
		assertThat(violations(elements(select.formatted(empty, "")))).singleElement().satisfies((violation) -> {
			assertThat(violation.path()).isEqualTo("body.elements[0].options[0]");
			assertThat(violation.words()).startsWith("ErrCode: 200621; ");
		});
		assertThat(accepts(elements(select.formatted("null", "")))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "select_person", "select_img" })
	void optionWhenOfPersonOrPictureThenNeedsNoText(String tag) {
		assertThat(accepts(elements("{'tag': '%s', 'options': [{'value': ''}]}".formatted(tag)))).isTrue();
	}

	@Test
	void rowWhenItHasNoSuchColumnThen200915() {
		String pointer = pointer("0/rows/2/tip");

		assertThat(CardChecks.violations(changed("table", pointer, "1"), CardTarget.PUBLIC)).singleElement()
			.satisfies((violation) -> {
				assertThat(violation.path()).isEqualTo("body.elements[0].rows[2].tip");
				assertThat(violation.words()).isEqualTo("ErrCode: 200915; ErrPath: ROOT -> body -> elements -> "
						+ "[0](tag: table) -> rows -> [2] -> tip; ErrMsg: table rows name is invalid; ");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					text     | {'tag': 'plain_text', 'content': 'x'}, {}, [], ['x'] | 'x', '', 7, true
					lark_md  | {'data': 'x'}, ['x'] | '**x**', 7
					markdown | {'content': 'x'}, [] | 'x', false
					number   | {}, [1], 'x', '', '1 €' | 4.5, '4.50', '-1', true
					date     | '2026-01-05', '', '1767571200000', {}, [1767571200000] | 1767571200000
					options  | 'x', '', 7, true, {'text': 'x'}, ['x'], [{'color': 'red'}], [{'text': 'x'}, 7] | [], [{'text': 'x'}], [{'text': '', 'color': 'red'}]
					persons  | {}, {'id': 'ou_a'}, [{'id': 'ou_a'}] | 'ou_a', ['ou_a', 'ou_b'], []
					any      | | {}, [], 'x'
					""")
	void cellWhenItDoesNotSuitColumnThen200914(String type, @Nullable String bad, String good) {
		String table = "{'tag': 'table', 'columns': [{'name': 'a', 'data_type': '" + type + "'}],"
				+ " 'rows': [{'a': %s}]}";

		for (JsonNode cell : read("[" + good + "]")) {
			assertThat(violations(elements(table.formatted(cell)))).as("%s", cell).isEmpty();
		}
		for (JsonNode cell : read("[" + ((bad != null) ? bad : "") + "]")) {
			assertThat(violations(elements(table.formatted(cell)))).as("%s", cell)
				.extracting(CardViolation::words)
				.containsExactly("ErrCode: 200914; ErrPath: ROOT -> body -> elements -> [0](tag: table) -> rows -> [0]"
						+ " -> a; ErrMsg: table rows is invalid; ");
		}
	}

	@Test
	void cardWhenNotSharedThen300302() {
		String config = "{'schema': '2.0', 'config': {'update_multi': %s}}";

		assertThat(accepts(read(config.formatted(true)))).isTrue();
		assertThat(violations(read(config.formatted(false)))).singleElement().satisfies((violation) -> {
			assertThat(violation.words()).startsWith("ErrCode: 300302; ");
			assertThat(violation.path()).isEqualTo("config.update_multi");
		});
	}

	@Test
	void audioWhenInEphemeralCardThenIsRefused() {
		assertThat(CardChecks.violations(card("audio"), CardTarget.PUBLIC)).isEmpty();
		assertThat(CardChecks.violations(card("audio"), CardTarget.EPHEMERAL)).extracting(CardViolation::path)
			.containsOnly("body.elements[0]");
	}

	@Test
	void audioWhenCardCanBeForwardedThen300220() {
		assertThat(CardChecks.violations(changed("audio", "/config", "-"), CardTarget.PUBLIC)).first()
			.satisfies((violation) -> {
				assertThat(violation.words()).startsWith("ErrCode: 300220; ");
				assertThat(violation.path()).isEqualTo("config.enable_forward");
			});
	}

	@Test
	void audioWhenIdIsUsedTwiceThen300230() {
		ObjectNode card = changed("audio", "/body/elements/1",
				"{\"tag\": \"audio\", \"file_key\": \"file_v3_c\", \"audio_id\": \"a1\"}");

		assertThat(CardChecks.violations(card, CardTarget.PUBLIC)).extracting(CardViolation::path)
			.containsExactly("body.elements[1].audio_id");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{'schema': '2.0'}", "{'schema': '1.0', 'elements': [{'tag': 'note'}]}",
			"{'anything': {'goes': 1}, 'header': {'title': 7}}", "{'elements': [{'tag': 'form', 'name': 'f'}]}",
			"{'schema': '2.0', 'card': {}, 'dsl': {}}", "{'elements': [], 'card': {}}", "{'content': 'x'}",
			"{'schema': 2.0}", "{'schema': '2', 'elements': []}",
			"{'type': 'template', 'data': {'template_id': 'AAq1'}}" })
	void cardWhenNothingIsSurelyWrongThenIsAccepted(String card) {
		assertThat(violations(read(card))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{'card': {'schema': '2.0'}} | card
			{'card': '{}'} | card
			{'msg_type': 'interactive', 'card': {}} | card
			{'header': {}, 'card': {}} | card
			{'name': 'N', 'dsl': {'schema': '2.0'}, 'variables': []} | dsl
			{'dsl': '{}'} | dsl
			{'receive_id': 'oc_1', 'msg_type': 'interactive', 'content': '{}'} | content
			{'msg_type': 'interactive', 'content': '{}', 'uuid': 'u'} | content
			{'schema': '2', 'body': {}} | schema
			{'schema': 2.0, 'body': {}} | schema
			{'body': {'elements': []}} | schema
			{'schema': '1.0', 'body': {}} | schema
			{'elements': [{'tag': 'audio'}]} | elements[0]
			{'type': 'template'} | data.template_id
			{'type': 'template', 'data': {'template_id': ' '}} | data.template_id
			{'type': 'template', 'data': {'template_id': 7}} | data.template_id
			{'type': 'card', 'data': {'card_id': '7'}} | type
			""")
	void cardWhenOfAnotherShapeThenIsRefused(String card, String path) {
		assertThat(violations(read(card))).extracting(CardViolation::path).containsExactly(path);
	}

	@Test
	void cardWhenReferenceToEntityThenIsForPublicMessagesOnly() {
		JsonNode reference = read("{'type': 'card', 'data': {'card_id': '7'}}");

		assertThat(CardChecks.violations(reference, CardTarget.PUBLIC)).isEmpty();
		assertThat(CardChecks.violations(read("{'type': 'card', 'data': {}}"), CardTarget.PUBLIC))
			.extracting(CardViolation::words)
			.containsExactly("ErrCode: 11310; ErrMsg: cardid is invalid; ");
		assertThat(CardChecks.violations(reference, CardTarget.EPHEMERAL)).isNotEmpty();
	}

	@Test
	void firstVersionWhenPublicThenAudioIsAccepted() {
		assertThat(CardChecks.violations(read("{'elements': [{'tag': 'audio'}]}"), CardTarget.PUBLIC)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{'tag': 'form', 'name': 'f', 'elements': [{'tag': 'input', 'name': 'f'}]} | 11310 | elements[0].elements[0].name
					{'tag': 'form', 'name': 'f', 'elements': [{'tag': 'input'}]} | 11310 | elements[0].elements[0].name
					{'tag': 'form', 'elements': []} | 11310 | elements[0].name
					{'tag': 'action', 'actions': [{'tag': 'select_static', 'options': [{'value': ''}]}]} | 200621 | elements[0].actions[0].options[0]
					""")
	void firstVersionWhenNameOrOptionIsWrongThenIsRefused(String element, int code, String path) {
		assertThat(violations(read("{'elements': [%s]}".formatted(element)))).singleElement().satisfies((violation) -> {
			assertThat(violation.path()).isEqualTo(path);
			assertThat(violation.words()).startsWith("ErrCode: " + code + "; ");
		});
		assertThat(violations(read("{'i18n_elements': {'en_us': [%s]}}".formatted(element))))
			.extracting(CardViolation::path)
			.containsExactly("i18n_elements.en_us" + path.substring("elements".length()));
	}

	@Test
	void firstVersionWhenNameIsDuplicateThenWordsAreThoseOfTheReport() {
		JsonNode card = read("{'elements': [{'tag': 'hr'}, {'tag': 'hr'}, {'tag': 'form', 'name': 'feedback',"
				+ " 'elements': [{'tag': 'input', 'name': 'feedback'}]}]}");

		assertThat(violations(card)).extracting(CardViolation::words)
			.containsExactly("ErrCode: 11310; ErrPath: ROOT -> elements -> [2](tag: form) -> elements -> "
					+ "[0](tag: input); ErrMsg: name(feedback) duplicate; ");
	}

	@Test
	void firstVersionWhenLimitIsReachedThenEachLanguageCountsForItself() {
		String tables = "{'tag': 'markdown', 'content': '%s'}".formatted("|a|\\n|-|\\n\\n".repeat(3));
		String hr = String.join(",", repeated(150, "{'tag': 'hr'}"));
		String card = "{'i18n_elements': {'en_us': [%s], 'zh_cn': [%s]}}";

		assertThat(violations(read(card.formatted(tables, tables)))).isEmpty();
		assertThat(violations(read(card.formatted(hr, hr)))).isEmpty();
		assertThat(violations(read(card.formatted(tables, tables + "," + tables)))).extracting(CardViolation::error)
			.containsExactly(CardError.TABLES);
		assertThat(violations(read(card.formatted(hr, hr + "," + hr)))).extracting(CardViolation::error)
			.containsExactly(CardError.ELEMENTS);
	}

	@Test
	void cardWhenTextHasLanguagesThenIsAcceptedEverywhere() {
		for (CardTarget target : CardTarget.values()) {
			assertThat(CardChecks.violations(card("markdown"), target)).isEmpty();
		}
	}

	@TestFactory
	Stream<DynamicTest> caseWhenFromTheFieldThenIsRefusedAsThere() throws IOException {
		return files("field-cases").map((file) -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
			JsonNode fieldCase = JSON.readTree(Files.readString(file));
			List<CardViolation> found = fieldCase.path("kind").asString("").equals("card")
					? violations(fieldCase.path("input")) : List.of();
			switch (fieldCase.path("expect").asString("")) {
				case "accept" -> assertThat(found).isEmpty();
				case "refuse" -> assertThat(found).isNotEmpty();
				default -> {
				}
			}
		}));
	}

	@TestFactory
	Stream<DynamicTest> sampleWhenOfficialThenIsAccepted() throws IOException {
		return files("cards")
			.map((file) -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> checkSample(file)));
	}

	/**
	 * The JSON files of the folder in a system property; the test is skipped without it.
	 */
	private static Stream<Path> files(String property) throws IOException {
		String folder = System.getProperty(property);
		assumeTrue(folder != null, "no folder of " + property);
		try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(folder)))) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().toList().stream();
		}
	}

	private static void checkSample(Path file) throws IOException {
		assertThat(violations(JSON.readTree(Files.readString(file)))).extracting(CardViolation::path)
			.containsExactlyInAnyOrderElementsOf(
					CONTRADICTING_SAMPLES.getOrDefault(file.getFileName().toString(), List.of()));
	}

	private static List<CardViolation> violations(JsonNode card) {
		return CardChecks.violations(card, CardTarget.EPHEMERAL);
	}

	private static boolean accepts(JsonNode card) {
		return violations(card).isEmpty();
	}

	private static JsonNode read(String json) {
		return JSON.readTree(json.replace('\'', '"'));
	}

	private static JsonNode elements(String... elements) {
		return read("{'schema': '2.0', 'body': {'elements': [" + String.join(",", elements) + "]}}");
	}

	private static JsonNode form(String element) {
		return elements("{'tag': 'form', 'name': 'f', 'elements': [" + element
				+ ", {'tag': 'button', 'name': 'save', 'form_action_type': 'submit'}]}");
	}

	private static String nested(int depth, String element) {
		String container = "{'tag': 'collapsible_panel', 'header': {}, 'elements': [";
		return container.repeat(depth) + element + "]}".repeat(depth);
	}

	private static String[] repeated(int times, String element) {
		return Collections.nCopies(times, element).toArray(String[]::new);
	}

	private static ObjectNode card(String file) {
		try (InputStream stream = CardChecksTests.class.getResourceAsStream("checks/" + file + ".json")) {
			byte[] json = Objects.requireNonNull(stream).readAllBytes();
			return (ObjectNode) JSON.readTree(new String(json, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A JSON pointer, from the elements of the body on if it does not begin with a slash.
	 */
	private static String pointer(String property) {
		return property.startsWith("/") ? property : "/body/elements/" + property;
	}

	private static String path(String pointer) {
		return pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
	}

	/**
	 * The card of a file with one value put in, or removed with {@code -}.
	 */
	private static ObjectNode changed(String file, String pointer, String value) {
		ObjectNode card = card(file);
		change(card, pointer, value);
		return card;
	}

	private static void change(ObjectNode card, String pointer, String value) {
		JsonPointer place = JsonPointer.compile(pointer);
		JsonNode parent = card.at(place.head());
		if (parent instanceof ArrayNode array) {
			int index = place.last().getMatchingIndex();
			if (index < array.size()) {
				array.set(index, JSON.readTree(value));
			}
			else {
				array.add(JSON.readTree(value));
			}
		}
		else if (value.equals("-")) {
			((ObjectNode) parent).remove(place.last().getMatchingProperty());
		}
		else {
			((ObjectNode) parent).set(place.last().getMatchingProperty(), JSON.readTree(value));
		}
	}

}
