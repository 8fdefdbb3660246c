package io.ephemeral.feishu.simulator;

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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class CardChecksTests {

	/** Official samples that break a rule of the documents they stand in. */
	private static final Map<String, List<String>> CONTRADICTING_SAMPLES = Map.of(
			// a skeleton, whose only component is called xxx
			"card-json-v2-structure-1.json", List.of("body.elements[0].tag"),
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
			# the card
			card | /config/width_mode | "wide" | "fill"
			card | /config/locales/0 | "xx_xx" | "zh_cn"
			card | /config/style/color/mint/light_mode | "#059db2" | "rgba(5,157,178,.5)"
			card | /config/summary/i18n_content/xx_xx | "x" | -
			card | /config/streaming_config/print_strategy | "slow" | "fast"
			card | /config/colour | true | -
			card | /i18n_elements | {} | -
			card | /fallback | {} | -
			card | /elements | [] | -
			card | /card_link/url | "javascript:alert(1)" | "http://example.com"
			card | /card_link/url | "https://example.com/a b" | "https://example.com/a%20b"
			card | /card_link/url | "lark://msgcard/unsupported_action" | "https://example.com/"
			card | /card_link/pc_url | "lark://applink" | "lark://msgcard/unsupported_action"
			card | /header/template | "pink" | "carmine"
			card | /header/title/tag | "markdown" | "lark_md"
			card | /header/text_tag_list/0/color | "grey" | "green"
			card | /header/padding | "-1px" | "0 99px"
			card | /body/padding | "100px" | "99px"
			card | /body/direction | "diagonal" | "vertical"
			card | /body/elements/0/icon/color | "rgba(5,157,178,0.52)" | "mint"
			card | /body/elements/0/icon/color | "blue-950" | "grey-950"
			card | /body/elements/0/icon/color | "pink" | "carmine-350"
			# containers
			column_set | 0/horizontal_spacing | "huge" | "extra_large"
			column_set | 0/horizontal_spacing | "100px" | "99px"
			column_set | 0/horizontal_align | "justify" | "left"
			column_set | 0/flex_mode | "wrap" | "trisect"
			column_set | 0/margin | "100px" | "-99px"
			column_set | 0/margin | "1px 2px 3px" | "1px 2px 3px 4px"
			column_set | 0/margin | 4 | "4px"
			column_set | 0/margin | "4" | "0"
			column_set | 0/columns/0/weight | 6 | 5
			column_set | 0/columns/0/weight | 0 | 1
			column_set | 0/columns/0/weight | 1.5 | 1
			column_set | 0/columns/0/weight | "1" | 1
			column_set | 0/columns/0/width | "15px" | "16px"
			column_set | 0/columns/0/width | "601px" | "600px"
			column_set | 0/columns/0/width | "50%" | "weighted"
			column_set | 0/columns/0/padding | "-1px" | "1px"
			column_set | 0/columns/0/background_style | "laser" | "purple-50"
			column_set | 0/columns/0/name | "left" | -
			column_set | 0/columns/0/action/multi_url/ios_url | "ftp://example.com" | ""
			form | 0/name | "" | "dinner"
			form | 0/vertical_align | "middle" | "center"
			interactive_container | 0/width | "1000px" | "999px"
			interactive_container | 0/height | "9px" | "10px"
			interactive_container | 0/corner_radius | "101%" | "100%"
			interactive_container | 0/corner_radius | "5" | "5px"
			interactive_container | 0/has_border | "true" | true
			interactive_container | 0/behaviors/0/default_url | "" | "https://example.com"
			interactive_container | 0/behaviors/0/type | "form_action" | "open_url"
			collapsible_panel | 0/header/icon_expanded_angle | 45 | 90
			collapsible_panel | 0/header/icon_position | "top" | "left"
			collapsible_panel | 0/header/icon/size | "1000px 10px" | "999px 10px"
			collapsible_panel | 0/header/width | "300px" | "auto"
			collapsible_panel | 0/header/title/tag | "lark_md" | "plain_text"
			collapsible_panel | 0/border/width | "1px" | -
			# display components
			div | 0/width | "15px" | "16px"
			div | 0/text/lines | 0 | 1
			div | 0/text/text_align | "justify" | "right"
			div | 0/text | "Soup" | {"tag": "plain_text", "content": "Soup", "text_size": "of my choice"}
			markdown | 0/content | null | ""
			markdown | 0/content | 5 | "5"
			markdown | 0/href | {} | -
			markdown | 0/element_id | "1st" | "first"
			markdown | 0/element_id | "a23456789012345678901" | "a2345678901234567890"
			img | 0/size | "stretch_without_padding" | "stretch"
			img | 0/size | "1001px 10px" | "1000px 10px"
			img | 0/scale_type | "crop" | "fit_horizontal"
			img | 0/custom_width | "581px" | "580px"
			img_combination | 0/combination_mode | "quad" | "bisect"
			person | 0/size | "huge" | "medium"
			person | 0/style | "round" | "normal"
			person_list | 0/lines | 0 | 1
			hr | 0/color | "grey" | -
			table | 0/page_size | 11 | 10
			table | 0/page_size | 0 | 1
			table | 0/row_height | "125px" | "124px"
			table | 0/row_height | "31px" | "32px"
			table | 0/row_max_height | "1000px" | "999px"
			table | 0/header_style/background_style | "blue" | "none"
			table | 0/columns/0/width | "79px" | "80px"
			table | 0/columns/0/width | "0%" | "1%"
			table | 0/columns/0/data_type | "string" | "text"
			table | 0/columns/3/format/precision | 11 | 10
			table | 0/columns/3/format/symbol | "EUR" | "€"
			table | 0/rows/0/price | "4.50" | 4.5
			table | 0/rows/0/day | "2026-01-05" | 1767571200000
			table | 0/rows/0/cook | 7 | "ou_ada"
			table | 0/rows/0/dish | {} | true
			chart | 0/aspect_ratio | "3:2" | "16:9"
			chart | 0/height | "1000px" | "999px"
			chart | 0/chart_spec | "{}" | {}
			audio | 0/style | "loud" | "flat"
			audio | 0/fallback | "keep" | "drop"
			# interactive components
			button | 0/type | "secondary" | "primary"
			button | 0/size | "huge" | "large"
			button | 0/width | "99px" | "100px"
			button | 0/text/tag | "lark_md" | "plain_text"
			button | 0/form_action_type | "cancel" | "reset"
			button | 0/behaviors/1/value | 7 | "seven"
			button | 0/behaviors | {} | []
			button | 0/confirm/title | "Sure?" | {"tag": "plain_text", "content": "Sure?"}
			button | 0/complex_interaction | true | -
			input | 0/elements/0/max_length | 1001 | 1000
			input | 0/elements/0/max_length | 0 | 1
			input | 0/elements/0/input_type | "number" | "password"
			input | 0/elements/0/label_position | "right" | "top"
			overflow | 0/options/0/multi_url/url | "example.com" | ""
			overflow | 0/behaviors/0/type | "open_url" | "callback"
			select_static | 0/elements/0/type | "outlined" | "default"
			select_static | 0/elements/0/initial_index | -1 | 0
			select_static | 0/elements/0/options/1/value | "soup" | "stew"
			multi_select_static | 0/elements/0/selected_values | "soup" | []
			multi_select_static | 0/elements/0/options/1/value | "soup" | "stew"
			select_person | 0/elements/0/options/0/text | "Ada" | -
			multi_select_person | 0/elements/0/selected_values/0 | 7 | "ou_ada"
			date_picker | 0/elements/0/initial_date | "05.01.2026" | "2026-12-31"
			picker_time | 0/elements/0/initial_time | "24:00" | "00:00"
			picker_datetime | 0/elements/0/initial_datetime | "2026-01-05T09:30" | "2026-01-05 09:30"
			select_img | 0/elements/0/layout | "quad" | "stretch"
			select_img | 0/elements/0/aspect_ratio | "2:1" | "4:3"
			checker | 0/checked_style/opacity | 1.1 | 1
			checker | 0/checked_style/opacity | -0.1 | 0
			checker | 0/button_area/pc_display_rule | "never" | "always"
			checker | 0/behaviors/0/type | "open_url" | "callback"
			""")
	void propertyWhenValueIsOutOfPlaceThenIsNamedAndNeighbourIsAccepted(String file, String property, String bad,
			String good) {
		String pointer = pointer(property);

		assertThat(CardChecks.violations(changed(file, pointer, bad), CardTarget.PUBLIC))
			.extracting(CardViolation::path)
			.containsExactly(path(pointer));
		assertThat(CardChecks.violations(changed(file, pointer, good), CardTarget.PUBLIC)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			column_set | 0/columns | 0
			form | 0/name | 0
			interactive_container | 0/behaviors | 0
			interactive_container | 0/elements | 0
			collapsible_panel | 0/header | 0
			person | 0/user_id | 0
			person_list | 0/persons | 0
			person_list | 0/persons/0/id | 0/persons/0
			img_combination | 0/combination_mode | 0
			img_combination | 0/img_list | 0
			table | 0/rows | 0
			table | 0/columns/0/data_type | 0/columns/0
			chart | 0/chart_spec | 0
			audio | 0/file_key | 0
			button | 0/behaviors/0/default_url | 0/behaviors/0
			button | 0/behaviors/1/value | 0/behaviors/1
			button | 0/confirm/title | 0/confirm
			button | 0/text/content | 0/text
			overflow | 0/options | 0
			select_static | 0/elements/0/options/0/value | 0/elements/0/options/0
			select_img | 0/elements/0/options | 0/elements/0
			""")
	void propertyWhenRequiredAndMissingThenItsObjectIsNamed(String file, String property, String object) {
		List<CardViolation> violations = CardChecks.violations(changed(file, pointer(property), "-"),
				CardTarget.PUBLIC);

		assertThat(violations).singleElement().satisfies((violation) -> {
			assertThat(violation.path()).isEqualTo(path(pointer(object)));
			assertThat(violation.mistake()).contains("needs " + property.substring(property.lastIndexOf('/') + 1));
		});
	}

	@ParameterizedTest
	@CsvSource({ "button,text/content", "input,elements/0/placeholder/content", "overflow,options/0/text/content" })
	void contentWhenOver100CharactersThenIsRefused(String file, String property) {
		String pointer = pointer("0/" + property);

		assertThat(accepts(changed(file, pointer, '"' + "🍲".repeat(100) + '"'))).isTrue();
		assertThat(accepts(changed(file, pointer, '"' + "🍲".repeat(101) + '"'))).isFalse();
	}

	@Test
	void pickerWhenItHasNeitherPlaceholderNorInitialValueThenIsRefused() {
		assertThat(accepts(elements("{'tag': 'picker_time', 'initial_time': '09:30'}"))).isTrue();
		assertThat(accepts(elements("{'tag': 'picker_time'}"))).isFalse();
		assertThat(accepts(elements("{'tag': 'picker_datetime'}"))).isFalse();
		assertThat(accepts(elements("{'tag': 'date_picker'}"))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			note | div
			action | buttons
			column | must be one of [audio, button, chart,
			Button | must be one of [audio, button, chart,
			""")
	void componentWhenTagIsUnknownThen200861(String tag, String advice) {
		assertThat(violations(elements("{'tag': '%s', 'elements': []}".formatted(tag)))).singleElement()
			.satisfies((violation) -> {
				assertThat(violation.error().code()).isEqualTo(200861);
				assertThat(violation.path()).isEqualTo("body.elements[0].tag");
				assertThat(violation.mistake()).contains(advice);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "'hr'", "null" })
	void componentWhenItHasNoTagThenIsRefused(String element) {
		assertThat(violations(elements(element))).extracting(CardViolation::path).containsExactly("body.elements[0]");
	}

	@Test
	void elementIdWhenUsedTwiceThen300301() {
		String hr = "{'tag': 'hr', 'element_id': '%s'}";
		String text = "{'tag': 'div', 'text': {'tag': 'plain_text', 'element_id': 'a', 'content': 'x'}}";

		assertThat(accepts(elements(hr.formatted("b"), text))).isTrue();
		assertThat(violations(elements(hr.formatted("a"), text)).toString()).isEqualTo(
				"[body.elements[1].text.element_id: must be unique, but is the same as body.elements[0].element_id]");
		assertThat(violations(elements(hr.formatted("a"), text)).get(0).error().code()).isEqualTo(300301);
	}

	@ParameterizedTest
	@ValueSource(strings = { "button", "input", "select_static", "multi_select_static", "select_person",
			"multi_select_person", "date_picker", "select_img", "checker" })
	void nameWhenMissingInFormThenIsRefused(String tag) {
		String more = switch (tag) {
			case "button" -> ", 'form_action_type': 'reset'";
			case "select_img" -> ", 'options': []";
			default -> "";
		};

		assertThat(accepts(form("{'tag': '%s', 'name': 'x'%s}".formatted(tag, more)))).isTrue();
		for (String unnamed : List.of("{'tag': '%s'%s}", "{'tag': '%s', 'name': ''%s}")) {
			assertThat(violations(form(unnamed.formatted(tag, more)))).singleElement().satisfies((violation) -> {
				assertThat(violation.path()).isEqualTo("body.elements[0].elements[0].name");
				assertThat(violation.error().code()).isEqualTo(200530);
			});
		}
	}

	@Test
	void nameWhenOfFormAndUsedTwiceInCardThenIsRefused() {
		String inForm = "{'tag': 'form', 'name': 'f', 'elements': [{'tag': 'input', 'name': 'x'},"
				+ " {'tag': 'button', 'name': 'save', 'form_action_type': 'submit'}]}";
		String outside = "{'tag': 'input', 'name': '%s'}";

		assertThat(accepts(elements(inForm, outside.formatted("y"), outside.formatted("y")))).isTrue();
		for (String name : List.of("x", "f", "save")) {
			assertThat(violations(elements(inForm, outside.formatted(name)))).extracting(CardViolation::path)
				.containsExactly("body.elements[1].name");
		}
	}

	@Test
	void formWhenItHasNoSubmitButtonAtAnyDepthThenIsRefused() {
		String form = "{'tag': 'form', 'name': 'f', 'elements': [{'tag': 'column_set', 'columns': [{'tag': 'column',"
				+ " 'elements': [{'tag': 'button', 'name': 'b', '%s': '%s'}]}]}]}";

		assertThat(accepts(elements(form.formatted("form_action_type", "submit")))).isTrue();
		assertThat(accepts(elements(form.formatted("action_type", "form_submit")))).isTrue();
		assertThat(violations(elements(form.formatted("form_action_type", "reset")))).extracting(CardViolation::path)
			.containsExactly("body.elements[0]");
	}

	@Test
	void buttonWhenInFormWithoutActionThenIsRefused() {
		assertThat(violations(form("{'tag': 'button', 'name': 'b'}"))).extracting(CardViolation::path)
			.containsExactly("body.elements[0].elements[0].form_action_type");
	}

	@ParameterizedTest
	@ValueSource(strings = { "form", "table" })
	void componentWhenForRootOnlyAndNestedThenIsRefused(String tag) {
		String element = Json.text(card(tag).path("body").path("elements").path(0));

		assertThat(accepts(elements(element))).isTrue();
		assertThat(violations(elements(nested(1, element)))).extracting(CardViolation::mistake)
			.containsExactly(tag + " may stand in body.elements only");
	}

	@ParameterizedTest
	@ValueSource(strings = { "multi_select_static", "multi_select_person" })
	void componentWhenForFormsOnlyAndOutsideThenIsRefused(String tag) {
		String element = "{'tag': '%s', 'name': 'x'}".formatted(tag);

		assertThat(accepts(form(element))).isTrue();
		assertThat(accepts(form(nested(2, element)))).isTrue();
		assertThat(violations(elements(element))).extracting(CardViolation::path).containsExactly("body.elements[0]");
	}

	@Test
	void selectImgWhenMultipleOutsideFormThenIsRefused() {
		String select = "{'tag': 'select_img', 'name': 'x', 'multi_select': %s, 'options': []}";

		assertThat(accepts(form(select.formatted(true)))).isTrue();
		assertThat(accepts(elements(select.formatted(false)))).isTrue();
		assertThat(violations(elements(select.formatted(true)))).extracting(CardViolation::path)
			.containsExactly("body.elements[0].multi_select");
	}

	@Test
	void containerWhenAtSixthLevelThenIsRefused() {
		assertThat(accepts(elements(nested(5, "{'tag': 'hr'}")))).isTrue();
		assertThat(violations(elements(nested(6, "{'tag': 'hr'}")))).extracting(CardViolation::mistake)
			.containsExactly("is a container at level 6, over the limit of 5");
	}

	@Test
	void cardWhenItHasSixTablesThenIsRefused() {
		String table = "{'tag': 'table', 'columns': [], 'rows': []}";

		assertThat(accepts(elements(repeated(5, table)))).isTrue();
		assertThat(violations(elements(repeated(6, table)))).extracting(CardViolation::error)
			.containsExactly(CardError.OVER_LIMIT);
	}

	@Test
	void cardWhenItHas201ComponentsAndTextsThenIsRefused() {
		String two = "{'tag': 'button', 'text': {'tag': 'plain_text', 'content': 'x'}}";

		assertThat(accepts(elements(repeated(100, two)))).isTrue();
		assertThat(violations(elements(
				Stream.concat(Stream.of(repeated(100, two)), Stream.of("{'tag': 'hr'}")).toArray(String[]::new))))
			.extracting(CardViolation::error)
			.containsExactly(CardError.OVER_LIMIT);
	}

	@Test
	void headerWhenItHasFourTagsThenIsRefused() {
		ObjectNode card = card("card");
		ArrayNode tags = (ArrayNode) card.path("header").path("text_tag_list");
		tags.add(((ObjectNode) tags.path(0)).deepCopy().put("element_id", "tag_5"));

		assertThat(violations(card)).extracting(CardViolation::path).containsExactly("header.text_tag_list");
	}

	@Test
	void checkerWhenItHasFourButtonsThenIsRefused() {
		String checker = "{'tag': 'checker', 'button_area': {'buttons': [%s]}}";
		String button = "{'tag': 'button'}";

		assertThat(accepts(elements(checker.formatted(String.join(",", repeated(3, button)))))).isTrue();
		assertThat(accepts(elements(checker.formatted(String.join(",", repeated(4, button)))))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "double,2", "triple,3", "bisect,6", "trisect,9" })
	void imagesWhenMoreThanModeHoldsThenAreRefused(String mode, int max) {
		String images = "{'tag': 'img_combination', 'combination_mode': '%s', 'img_list': [%s]}";
		String image = "{'img_key': 'img_v3_a'}";

		assertThat(accepts(elements(images.formatted(mode, String.join(",", repeated(max, image)))))).isTrue();
		assertThat(violations(elements(images.formatted(mode, String.join(",", repeated(max + 1, image))))))
			.extracting(CardViolation::path)
			.containsExactly("body.elements[0].img_list");
	}

	@Test
	void rowWhenItHasNoSuchColumnThen200915() {
		String pointer = pointer("0/rows/2/tip");

		assertThat(CardChecks.violations(changed("table", pointer, "1"), CardTarget.PUBLIC)).singleElement()
			.satisfies((violation) -> {
				assertThat(violation.error().code()).isEqualTo(200915);
				assertThat(violation.path()).isEqualTo("body.elements[0].rows[2].tip");
			});
	}

	@Test
	void cardLinkWhenNeitherUrlNorAllPlatformsThenIsRefused() {
		String link = "{'schema': '2.0', 'card_link': {%s}}";
		String platforms = "'pc_url': 'https://a.example', 'ios_url': 'https://a.example'";

		assertThat(accepts(read(link.formatted("'url': 'https://a.example'")))).isTrue();
		assertThat(accepts(read(link.formatted(platforms + ", 'android_url': 'https://a.example'")))).isTrue();
		assertThat(violations(read(link.formatted(platforms)))).extracting(CardViolation::path)
			.containsExactly("card_link");
	}

	@Test
	void cardWhenNotSharedThen300302() {
		String config = "{'schema': '2.0', 'config': {'update_multi': %s}}";

		assertThat(accepts(read(config.formatted(true)))).isTrue();
		assertThat(violations(read(config.formatted(false)))).singleElement().satisfies((violation) -> {
			assertThat(violation.error().code()).isEqualTo(300302);
			assertThat(violation.path()).isEqualTo("config.update_multi");
		});
	}

	@Test
	void audioWhenInEphemeralCardThenIsRefused() {
		assertThat(CardChecks.violations(card("audio"), CardTarget.PUBLIC)).isEmpty();
		assertThat(CardChecks.violations(card("audio"), CardTarget.EPHEMERAL)).extracting(CardViolation::path)
			.containsExactly("body.elements[0]");
	}

	@Test
	void audioWhenCardCanBeForwardedThen300220() {
		assertThat(CardChecks.violations(changed("audio", "/config", "-"), CardTarget.PUBLIC)).singleElement()
			.satisfies((violation) -> {
				assertThat(violation.error().code()).isEqualTo(300220);
				assertThat(violation.path()).isEqualTo("config.enable_forward");
			});
	}

	@Test
	void audioWhenIdIsUsedTwiceThen300230() {
		ObjectNode card = changed("audio", "/body/elements/1",
				"{\"tag\": \"audio\", \"file_key\": \"file_v3_c\", \"audio_id\": \"a1\"}");

		assertThat(CardChecks.violations(card, CardTarget.PUBLIC)).extracting(CardViolation::error)
			.containsExactly(CardError.AUDIO_ID_NOT_UNIQUE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{'schema': '2.0'}", "{'schema': '1.0', 'elements': [{'tag': 'note'}]}",
			"{'anything': {'goes': 1}, 'header': {'title': 7}}",
			"{'type': 'template', 'data': {'template_id': 'AAq1'}}" })
	void cardWhenNothingIsSurelyWrongThenIsAccepted(String card) {
		assertThat(violations(read(card))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{'card': {'schema': '2.0'}} | card
			{'schema': 2.0} | schema
			{'schema': '2'} | schema
			{'schema': '2.0', 'card': {}} | card
			{'elements': [{'tag': 'audio'}]} | ``
			{'type': 'template'} | data.template_id
			{'type': 'template', 'data': {'template_id': ' '}} | data.template_id
			{'type': 'card', 'data': {'card_id': '7'}} | type
			{'type': 'raw', 'data': {}} | type
			""")
	void cardWhenOfAnotherShapeThenIsRefused(String card, String path) {
		assertThat(violations(read(card))).extracting(CardViolation::path).containsExactly(path);
	}

	@Test
	void cardWhenReferenceToEntityThenIsForPublicMessagesOnly() {
		JsonNode reference = read("{'type': 'card', 'data': {'card_id': '7'}}");

		assertThat(CardChecks.violations(reference, CardTarget.PUBLIC)).isEmpty();
		assertThat(CardChecks.violations(reference, CardTarget.EPHEMERAL)).isNotEmpty();
	}

	@Test
	void cardWhenTextHasLanguagesThenIsAcceptedEverywhere() {
		for (CardTarget target : CardTarget.values()) {
			assertThat(CardChecks.violations(card("markdown"), target)).isEmpty();
		}
	}

	@TestFactory
	Stream<DynamicTest> sampleWhenOfficialThenIsAccepted() throws IOException {
		String folder = System.getProperty("cards");
		assumeTrue(folder != null, "no folder of cards");
		try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(folder)))) {
			return files.filter((file) -> file.toString().endsWith(".json"))
				.sorted()
				.map((file) -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> checkSample(file)))
				.toList()
				.stream();
		}
	}

	private static void checkSample(Path file) throws IOException {
		assertThat(violations(Json.parse(Files.readString(file)))).extracting(CardViolation::path)
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
		return Json.parse(json.replace('\'', '"'));
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
			return (ObjectNode) Json.parse(new String(json, StandardCharsets.UTF_8));
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
		JsonPointer place = JsonPointer.compile(pointer);
		JsonNode parent = card.at(place.head());
		if (parent instanceof ArrayNode array) {
			int index = place.last().getMatchingIndex();
			if (index < array.size()) {
				array.set(index, Json.parse(value));
			}
			else {
				array.add(Json.parse(value));
			}
		}
		else if (value.equals("-")) {
			((ObjectNode) parent).remove(place.last().getMatchingProperty());
		}
		else {
			((ObjectNode) parent).set(place.last().getMatchingProperty(), Json.parse(value));
		}
		return card;
	}

}
