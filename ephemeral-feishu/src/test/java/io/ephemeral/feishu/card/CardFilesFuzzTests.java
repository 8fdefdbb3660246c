package io.ephemeral.feishu.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.card.element.MarkdownText;
import io.ephemeral.feishu.card.json.CardMapper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fills a card that has placeholders in every kind of place, and reads what was written.
 */
class CardFilesFuzzTests {

	private static final String FILE = "every-place";

	private static final Map<String, JsonNode> TEMPLATE = values(template());

	private static final CardFile EXPORT = export();

	private final CardFiles files = new CardFiles(new DefaultResourceLoader(getClass().getClassLoader()),
			"classpath:io/ephemeral/feishu/card/files");

	@Test
	void cardWhenFilledThenEveryValueStaysInItsPlace() {
		RandomText.forEach((random) -> {
			String text = random.next();
			int number = random.number();

			RawCard card = fill(text, number);

			assertThat(values(RawCard.parse(card.toJson()).value())).isEqualTo(expected(text, number));
			assertIsOneParameter(card.value().at("/body/elements/3/behaviors/0/default_url").asString(), text);
		});
	}

	@Test
	void exportWhenFilledThenEveryValueStaysInItsPlace() {
		RandomText.forEach((random) -> {
			String text = random.next();
			int number = random.number();
			Map<String, JsonNode> expected = expected(text, number);
			expected.put("body.elements[6].text.content", CardMapper.text("$" + text + " and " + text));

			RawCard card = RawCard.wrap(EXPORT.fill(values(text, number)));

			assertThat(values(RawCard.parse(card.toJson()).value())).isEqualTo(expected);
		});
	}

	private RawCard fill(String text, int number) {
		return this.files.read(FILE, values(text, number));
	}

	private static Map<String, Object> values(String text, int number) {
		return Map.of("text", text, "number", number, "flag", number % 2 == 0, "markdown", MarkdownText.of(text),
				"options", List.of(text, number));
	}

	/** The template as the card builder would export it. */
	private static CardFile export() {
		return new BuilderCardFile(FILE,
				CardMapper.INSTANCE.valueToTree(Map.of("name", "Every place", "dsl", template(), "variables",
						List.of(variable("text", "text"), variable("integer", "number"), variable("boolean", "flag"),
								variable("text", "markdown"), variable("array", "options")))));
	}

	private static Map<String, String> variable(String type, String name) {
		return Map.of("type", type, "apiName", "var_" + name, "name", name, "desc", "", "mockData", "");
	}

	/** The template with its strings replaced, and the same paths but for the list. */
	private static Map<String, JsonNode> expected(String text, int number) {
		String escaped = MarkdownText.escape(text);
		String line = MarkdownText.escapeLine(text);
		Map<String, Object> changes = new LinkedHashMap<>();
		changes.put("header.title.content", "Hi " + text + "!");
		changes.put("header.title.i18n_content.zh_cn", text);
		changes.put("header.subtitle.content", "*" + line + "*");
		changes.put("header.subtitle.i18n_content.zh_cn", escaped);
		changes.put("body.elements[0].content", "**a" + line + "b** " + text);
		changes.put("body.elements[0].i18n_content.zh_cn", "- " + line);
		changes.put("body.elements[1].message.arguments[0]", text);
		changes.put("body.elements[1].message.arguments[1]", number);
		changes.put("body.elements[2].rows[0].dish", escaped);
		changes.put("body.elements[2].rows[0].cook", "by " + line);
		changes.put("body.elements[2].rows[0].note", text);
		changes.put("body.elements[2].rows[0].price", number);
		changes.put("body.elements[3].disabled", number % 2 == 0);
		changes.put("body.elements[3].behaviors[0].default_url",
				"https://example.com/?q=" + UriUtils.encode(text, StandardCharsets.UTF_8) + "&n=1");
		changes.put("body.elements[3].behaviors[0].pc_url", text);
		changes.put("body.elements[3].behaviors[1].value.text", text);
		changes.put("body.elements[3].behaviors[1].value.around", "<" + text + ">");
		changes.put("body.elements[3].behaviors[1].value.number", number);
		changes.put("body.elements[4].default_value", text);
		changes.put("body.elements[4].max_length", number);
		changes.put("body.elements[6].text.content", "${text} and " + text);
		Map<String, JsonNode> expected = new LinkedHashMap<>(TEMPLATE);
		changes.forEach((path, value) -> expected.replace(path, CardMapper.INSTANCE.valueToTree(value)));
		expected.remove("body.elements[5].options");
		expected.put("body.elements[5].options[0]", CardMapper.text(text));
		expected.put("body.elements[5].options[1]", CardMapper.INSTANCE.valueToTree(number));
		return expected;
	}

	/** What is no object and no array, by its path. */
	private static Map<String, JsonNode> values(JsonNode card) {
		Map<String, JsonNode> values = new LinkedHashMap<>();
		collect("", card, values);
		return values;
	}

	private static void collect(String path, JsonNode node, Map<String, JsonNode> values) {
		if (!node.isContainer()) {
			values.put(path, node);
		}
		for (int index = 0; index < node.size() && node.isArray(); index++) {
			collect(path + "[" + index + "]", node.get(index), values);
		}
		node.properties()
			.forEach((property) -> collect(path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
					property.getValue(), values));
	}

	private static JsonNode template() {
		try (InputStream file = CardFilesFuzzTests.class.getResourceAsStream("files/" + FILE + ".json")) {
			return CardMapper.INSTANCE.readTree(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void assertIsOneParameter(String url, String text) {
		URI link = URI.create(url);

		assertThat(link.getRawQuery().split("&")).hasSize(2);
		assertThat(link.getRawFragment()).isNull();
		assertThat(link.getQuery()).isEqualTo("q=" + encodable(text) + "&n=1");
	}

	/** Half a pair of surrogates has no encoding. */
	private static String encodable(String text) {
		return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
	}

}
