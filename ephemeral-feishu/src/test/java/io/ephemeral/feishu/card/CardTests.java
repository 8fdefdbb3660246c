package io.ephemeral.feishu.card;

import java.util.LinkedHashMap;
import java.util.Map;

import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.Div;
import io.ephemeral.feishu.card.element.Divider;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.Input;
import io.ephemeral.feishu.card.element.LarkMarkdown;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.card.element.RawElement;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.card.style.InvalidPropertyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CardTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	@Test
	void cardWhenWrittenThenIsTheDocumentedJson() {
		Card card = Card.builder()
			.header(Header.of("Set a reminder").subtitle("For this group").template(HeaderTemplate.BLUE))
			.add(Markdown.of("Only **you** can see this."))
			.add(Div.of(LarkMarkdown.of("*soon*")))
			.add(Div.of("a < b"))
			.add(Form.builder("reminder")
				.add(Input.builder("text").label("What").placeholder("Text").required().maxLength(200))
				.add(Button.submit("save", "Save").type(Button.Type.PRIMARY_FILLED).callback(Map.of("action", "save")))
				.add(Button.builder("Clear").form("clear", Button.FormAction.RESET)))
			.add(Button.builder("More").openUrl("https://example.com/?q=%E8%A5%BF"))
			.build();

		assertThat(MAPPER.readTree(card.toJson()))
			.isEqualTo(MAPPER.readTree(getClass().getResourceAsStream("card.json")));
	}

	@Test
	void cardWhenEmptyThenHoldsOnlySchemaAndBody() {
		assertThat(Card.builder().build().toJson()).isEqualTo("{\"schema\":\"2.0\",\"body\":{\"elements\":[]}}");
	}

	@Test
	void cardWhenPrintedThenShowsNoContent() {
		assertThat(Card.builder().title("Salary").build().toString()).isEqualTo("Card[0 elements]");
		assertThat(Div.of(PlainText.of("Salary")).toString()).doesNotContain("Salary");
		assertThat(Button.builder("Salary").callback(Map.of("salary", 1)).build().toString())
			.doesNotContainIgnoringCase("salary");
		assertThat(RawCard.of(Map.of("header", "Salary")).toString()).isEqualTo("RawCard");
		assertThat(TemplateCard.of("AAq1").variable("salary", 1).toString()).isEqualTo("TemplateCard[AAq1]");
	}

	@Test
	void templateWhenWrittenWithVariablesThenKeepsTheirTypes() {
		TemplateCard card = TemplateCard.of("AAqigYkzabcef")
			.version("1.0.0")
			.variable("title", "Reminder")
			.variable("count", 3)
			.variable("done", false)
			.variable("note", null)
			.variable("image", Map.of("img_key", "img_v2_1"));

		assertThat(card.toJson()).isEqualTo("{\"type\":\"template\",\"data\":{\"template_id\":\"AAqigYkzabcef\","
				+ "\"template_version_name\":\"1.0.0\",\"template_variable\":{\"title\":\"Reminder\",\"count\":3,"
				+ "\"done\":false,\"note\":null,\"image\":{\"img_key\":\"img_v2_1\"}}}}");
	}

	@Test
	void templateWhenVariableNameIsMalformedThenTellsTheName() {
		assertThatIllegalArgumentException().isThrownBy(() -> TemplateCard.of("AAq1").variable("1st", "x"))
			.withMessageContaining("'1st'");
	}

	@Test
	void rawCardWhenWrittenThenIsAsItCame() {
		String json = "{\"elements\":[{\"tag\":\"unknown\",\"nothing\":null,\"n\":1.10}]}";
		assertThat(RawCard.parse(json).toJson()).isEqualTo(json);
	}

	@Test
	void rawCardWhenNotJsonThenTellsThePlaceAndNoContent() {
		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> RawCard.parse("{\n \"a\": salary }"))
			.withMessage("The card is not valid JSON (line 2, column 7)")
			.withNoCause();
	}

	@Test
	void rawCardWhenNestedTooDeeplyThenIsRefused() {
		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> RawCard.parse("[".repeat(2000)))
			.withMessage("The card is not valid JSON");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ \"name\": \"N\", \"dsl\": { \"schema\": \"2.0\" }, \"variables\": [] }",
			"{ \"dsl\": { \"elements\": [] } }" })
	void parseWhenExportOfBuilderThenTellsWhoReadsIt(String export) {
		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> RawCard.parse(export))
			.withMessageContaining("CardFiles.read");
		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> Card.parse(export))
			.withMessageContaining("CardFiles.read");
	}

	@Test
	void rawCardWhenNotAnObjectThenTellsWhatItIs() {
		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> RawCard.parse("\"{}\""))
			.withMessage("A card must be a JSON object, but this is of type string");
		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> RawCard.parse(" "))
			.withMessage("A card must be a JSON object, but this is empty");
	}

	@Test
	void rawCardWhenSourceChangesLaterThenStays() {
		Map<String, Object> source = new LinkedHashMap<>(Map.of("schema", "2.0"));
		RawCard card = RawCard.of(source);
		source.clear();
		assertThat(card.toJson()).isEqualTo("{\"schema\":\"2.0\"}");
		assertThat(card).isEqualTo(RawCard.parse("{\"schema\": \"2.0\"}"));
	}

	@Test
	void elementWhenPropertyIsOutOfRangeThenNamesIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> Input.builder("text").maxLength(1001).build())
			.withMessageContaining("'max_length'");
		assertThatIllegalArgumentException().isThrownBy(() -> Button.builder("x".repeat(101)).build())
			.withMessageContaining("'text'");
		assertThatIllegalArgumentException().isThrownBy(() -> Button.submit(" ", "Save").build())
			.withMessageContaining("'name'");
		assertThatIllegalArgumentException().isThrownBy(() -> Button.builder("Go").openUrl("javascript:alert(1)"))
			.withMessageContaining("'default_url'");
	}

	@Test
	void propertyWhenBuilderHasNoMethodForItThenIsWritten() {
		Card card = Card.builder()
			.property("origin", "kitchen")
			.add(Divider.builder().property("glow", 3).property("none", null))
			.build();

		assertThat(card.toJson()).contains("\"origin\":\"kitchen\"", "{\"tag\":\"hr\",\"glow\":3,\"none\":null}");
	}

	@Test
	void propertyWhenOtherMethodSetsItTooThenKeepsThatValue() {
		assertThat(Button.builder("Eat").property("size", "tiny").size(Button.Size.LARGE).build())
			.extracting((button) -> CardMapper.tree(button).path("size").asString())
			.isEqualTo("large");
	}

	@Test
	void rawElementWhenTextIsNotJsonThenIsRefused() {
		assertThatExceptionOfType(InvalidPropertyException.class).isThrownBy(() -> RawElement.parse("secret"))
			.withMessage("'element' must be valid JSON");
	}

}
