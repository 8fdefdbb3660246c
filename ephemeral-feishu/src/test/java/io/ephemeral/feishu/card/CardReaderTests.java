package io.ephemeral.feishu.card;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reading never fails on the values of a card, and never loses any.
 */
class CardReaderTests {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final List<JsonNode> HOSTILE = Stream
		.of("null", "{}", "[]", "\"\"", "7", "-1.5", "true", "[null]", "[{}]", "{\"tag\":\"button\"}", "{\"tag\":7}",
				"\"\\u0000\"")
		.map(MAPPER::readTree)
		.toList();

	@ParameterizedTest
	@ValueSource(strings = { "card", "button", "input", "table", "form", "column_set", "collapsible_panel", "checker",
			"select_img", "chart", "div", "person_list", "img_combination", "overflow", "picker_datetime" })
	void cardWhenAnyValueIsReplacedOrLeftOutThenIsReadWithoutLoss(String name) throws IOException {
		try (InputStream file = getClass().getResourceAsStream("components/" + name + ".json")) {
			JsonNode card = MAPPER.readTree(file);
			mutate(card, card);
		}
	}

	private void mutate(JsonNode card, JsonNode place) {
		if (place instanceof ObjectNode object) {
			for (String name : List.copyOf(object.propertyNames())) {
				JsonNode value = object.get(name);
				if (!name.equals("schema")) {
					for (JsonNode hostile : HOSTILE) {
						object.set(name, hostile);
						assertReadable(card);
					}
					object.remove(name);
					assertReadable(card);
					object.set(name, value);
				}
				mutate(card, value);
			}
		}
		else if (place instanceof ArrayNode array) {
			for (int index = 0; index < array.size(); index++) {
				JsonNode value = array.get(index);
				for (JsonNode hostile : HOSTILE) {
					array.set(index, hostile);
					assertReadable(card);
				}
				array.set(index, value);
				mutate(card, value);
			}
		}
	}

	private static void assertReadable(JsonNode card) {
		String json = card.toString();
		assertThat(MAPPER.readTree(Card.parse(json).toJson())).isEqualTo(MAPPER.readTree(json));
		new CardValidator().validate(RawCard.parse(json), CardTarget.EPHEMERAL);
	}

	@Test
	void partWhenChangedAfterReadingThenTheNewValueIsWritten() {
		Header header = header("{\"title\":{\"tag\":\"plain_text\",\"content\":\"Lunch?\"},\"template\":\"pinkish\"}");

		assertThat(MAPPER.writeValueAsString(header.template(HeaderTemplate.BLUE)))
			.isEqualTo("{\"title\":{\"tag\":\"plain_text\",\"content\":\"Lunch?\"},\"template\":\"blue\"}");
	}

	@Test
	void textWhenLanguageIsAddedAfterReadingThenTheMapIsWrittenOnce() {
		Header header = header(
				"{\"title\":{\"tag\":\"plain_text\",\"content\":\"Lunch?\",\"i18n_content\":{\"xx_yy\":\"?\"}}}");
		PlainText title = ((PlainText) header.title()).in(CardLocale.FR_FR, "Déjeuner ?");

		assertThat(MAPPER.writeValueAsString(title))
			.isEqualTo("{\"tag\":\"plain_text\",\"content\":\"Lunch?\",\"i18n_content\":{\"fr_fr\":\"Déjeuner ?\"}}");
	}

	@Test
	void namesWhenOutsideOfFormsThenMayBeTheSame() {
		Map<String, Object> button = Map.of("tag", "button", "name", "more", "text",
				Map.of("tag", "plain_text", "content", "More"));
		RawCard card = RawCard.of(Map.of("schema", "2.0", "body", Map.of("elements", List.of(button, button))));

		assertThat(new CardValidator().validate(card, CardTarget.EPHEMERAL)).isEmpty();
	}

	@Test
	void pathWhenNameIsWhatSomebodyWroteThenDoesNotShowIt() {
		RawCard card = RawCard.of(Map.of("schema", "2.0", "Bob's salary: 5000\n- error", 1));

		assertThat(new CardValidator().validate(card, CardTarget.EPHEMERAL)).extracting(CardViolation::path)
			.containsExactly("?");
	}

	@Test
	void pathWhenColumnIsWhatSomebodyWroteThenDoesNotShowIt() {
		RawCard card = RawCard.of(Map.of("schema", "2.0", "body",
				Map.of("elements",
						List.of(Map.of("tag", "table", "columns", List.of(Map.of("name", "dish", "data_type", "text")),
								"rows", List.of(Map.of("Bob's salary: 5000", "x")))))));

		assertThat(new CardValidator().validate(card, CardTarget.EPHEMERAL)).extracting(CardViolation::path)
			.containsExactly("body.elements[0].rows[0].?");
	}

	@Test
	void cardWhenItBreaksThousandsOfRulesThenMessageStaysReadable() {
		Map<String, Object> card = new LinkedHashMap<>(Map.of("schema", "2.0"));
		for (int index = 0; index < 2000; index++) {
			card.put("x" + index, 1);
		}
		List<CardViolation> violations = new CardValidator().validate(RawCard.of(card), CardTarget.EPHEMERAL);

		assertThat(violations).hasSize(2000);
		assertThat(new InvalidCardException(violations)).hasMessageEndingWith("- and 1980 more");
	}

	private static Header header(String json) {
		Header header = Card.parse("{\"schema\":\"2.0\",\"header\":" + json + "}").header();
		assertThat(header).isNotNull();
		return header;
	}

}
