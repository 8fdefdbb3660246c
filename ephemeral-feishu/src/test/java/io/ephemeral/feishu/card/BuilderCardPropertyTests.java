package io.ephemeral.feishu.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.card.json.CardMapper;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people type stays in the place of its variable.
 */
class BuilderCardPropertyTests {

	private static final CardFile CARD = new BuilderCardFile("lunch.card", RawCard.tree("""
			{ "name": "Lunch", "dsl": { "schema": "2.0",
			  "header": { "title": { "tag": "plain_text", "content": "Lunch: ${text}" }, "template": "${text}" },
			  "body": { "elements": [
			    { "tag": "markdown", "content": "**${text}** by [her](${link}), <at id=${person}></at>" },
			    { "tag": "person", "user_id": "${person}" },
			    { "tag": "person_list", "persons": "${people}" },
			    { "tag": "button", "text": { "tag": "plain_text", "content": "${text}" }, "behaviors": [
			      { "type": "open_url", "default_url": "${link}" },
			      { "type": "open_url", "default_url": "https://example.com/?q=${text}&n=1" },
			      { "type": "callback", "value": { "text": "${text}", "object": "${object}" } } ] },
			    { "tag": "select_static", "options": "${options}" },
			    { "tag": "overflow", "options": "${buttons}" },
			    { "tag": "chart", "chart_spec": "${chart}" },
			    { "tag": "table", "columns": [ { "name": "dish", "data_type": "markdown" } ], "rows": "${rows}" } ] } },
			  "variables": [
			    { "type": "text", "apiName": "var_1", "name": "text" },
			    { "type": "url", "apiName": "var_2", "name": "link" },
			    { "type": "person", "apiName": "var_3", "name": "person" },
			    { "type": "personArray", "apiName": "var_4", "name": "people" },
			    { "type": "object", "apiName": "var_5", "name": "object" },
			    { "type": "optionArray", "apiName": "var_6", "name": "options" },
			    { "type": "button", "apiName": "var_7", "name": "buttons" },
			    { "type": "chart", "apiName": "var_8", "name": "chart" },
			    { "type": "tableRowArray", "apiName": "var_9", "name": "rows" } ] }
			"""));

	private static final Map<String, JsonNode> HARMLESS = leaves(fill("harmless"));

	@Property(tries = 500)
	void valueWhenHostileThenCardHasTheSameShape(@ForAll("hostile") String text) {
		Map<String, JsonNode> leaves = leaves(fill(text));

		assertThat(leaves.keySet()).isEqualTo(HARMLESS.keySet());
		assertThat(leaves.values()).allMatch(JsonNode::isString);
		assertThat(leaves.get("/body/elements/3/behaviors/2/value/text").asString()).isEqualTo(text);
		assertThat(leaves).containsEntry("/body/elements/3/behaviors/2/type", CardMapper.text("callback"));
	}

	@Property(tries = 500)
	void valueWhenHostileThenMarkdownHasNoFurtherSyntax(@ForAll("hostile") String text) {
		String markdown = leaves(fill(text)).get("/body/elements/0/content").asString();

		assertThat(markdown.replaceAll("&(#\\d+|sim);", "")).satisfies((rest) -> {
			assertThat(rest.chars().filter((character) -> character == '*')).hasSize(4);
			assertThat(rest.chars().filter((character) -> character == '<')).hasSize(2);
			assertThat(rest.chars().filter((character) -> character == ')')).hasSize(1);
			assertThat(rest.chars().filter((character) -> character == '`')).isEmpty();
		});
	}

	@Provide
	Arbitrary<String> hostile() {
		Arbitrary<String> pieces = Arbitraries.of("\"", "\\", "\\\"", "\",\"tag\":\"hr", "${text}", "${other}",
				"$${text}", "$1", "**", "`", "](", ")", "<at id=all></at>", "</at>", "<b>", "&lt;", "'", "\n", "\r\n",
				"\u0000", "\u001b", "\u202e", "\ud83d", "{}", "[]", "?a=b&c#d", "午餐", "x".repeat(5000));
		Arbitrary<String> words = pieces.list().ofMinSize(1).ofMaxSize(8).map((list) -> String.join("", list));
		// A blank text is no id and no option.
		return Arbitraries.oneOf(words, Arbitraries.strings().ofMaxLength(40)).map((text) -> "a" + text);
	}

	private static JsonNode fill(String text) {
		return CARD.fill(Map.of("text", text, "link", text, "person", text, "people", List.of(text), "object",
				Map.of("text", text), "options", List.of(Map.of("text", text, "value", text)), "buttons",
				List.of(Map.of("text", text, "value", text)), "chart", Map.of("type", text), "rows",
				List.of(Map.of("dish", text))));
	}

	/** What is no object and no array, by its path, once it was written and read. */
	private static Map<String, JsonNode> leaves(JsonNode card) {
		Map<String, JsonNode> leaves = new LinkedHashMap<>();
		collect("", RawCard.tree(card.toString()), leaves);
		return leaves;
	}

	private static void collect(String path, JsonNode node, Map<String, JsonNode> leaves) {
		if (!node.isContainer()) {
			leaves.put(path, node);
		}
		for (int index = 0; node.isArray() && index < node.size(); index++) {
			collect(path + "/" + index, node.get(index), leaves);
		}
		node.properties().forEach((property) -> collect(path + "/" + property.getKey(), property.getValue(), leaves));
	}

}
