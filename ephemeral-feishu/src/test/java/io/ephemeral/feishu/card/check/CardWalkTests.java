package io.ephemeral.feishu.card.check;

import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CardWalkTests {

	private final List<CardViolation> found = new ArrayList<>();

	@Test
	void cardWhenVisitedThenSizeIsThatOfItsJson() {
		JsonNode card = CardMapper.INSTANCE.readTree("""
				{ "schema": "2.0", "config": { "update_multi": true }, "body": { "elements": [
				  { "tag": "markdown", "content": "西湖 \\"fish\\"", "i18n_content": { "en_us": "fish" } },
				  { "tag": "button", "value": { "tag": "unknown", "list": [1, 2.50, null] } }, null, 3 ] } }""");

		CardWalk walk = walk(card);

		assertThat(walk.size()).isEqualTo(CardMapper.INSTANCE.writeValueAsBytes(card).length);
	}

	@Test
	void formWhenInFormThenNeedsButtonOfItsOwn() {
		walk(CardMapper.INSTANCE.readTree("""
				{ "body": { "elements": [ { "tag": "form", "name": "outer", "elements": [
				  { "tag": "button", "name": "save", "form_action_type": "submit" },
				  { "tag": "form", "name": "inner", "elements": [] } ] } ] } }"""));

		assertThat(this.found).extracting(CardViolation::rule, CardViolation::path)
			.containsExactly(tuple(CardRule.SUBMIT_BUTTON, "body.elements[0].elements[1]"));
	}

	private CardWalk walk(JsonNode card) {
		CardWalk walk = new CardWalk(card, new AllChecks(card, CardTarget.PUBLIC, new LimitChecks()),
				Violations.ofJson2(this.found));
		walk.visitCard();
		walk.end();
		return walk;
	}

}
