package io.ephemeral.feishu.card;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.ephemeral.feishu.card.element.Chart;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.Image;
import io.ephemeral.feishu.card.element.Table;
import io.ephemeral.feishu.card.json.CardPath;
import io.ephemeral.feishu.card.json.ReadingListener;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardViolation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Listener that collects the violations of the card model, each with its rule.
 */
final class ModelViolations implements ReadingListener {

	/** Required properties: the platform refuses a card without them. */
	private static final Map<Class<?>, String> REFUSED_WITHOUT = Map.of(Image.class, "img_key", Chart.class,
			"chart_spec", Table.class, "columns");

	private static final Set<String> ELEMENTS_OF_JSON_1 = Set.of("note", "action");

	private final List<CardViolation> violations;

	ModelViolations(List<CardViolation> violations) {
		this.violations = violations;
	}

	@Override
	public void mismatch(CardPath path, CardRule rule, String expectation) {
		this.violations.add(new CardViolation(path.toString(), rule, expectation));
	}

	@Override
	public void unknownElement(CardPath path, String tag) {
		mismatch(path, ELEMENTS_OF_JSON_1.contains(tag) ? CardRule.REMOVED_ELEMENT : CardRule.UNKNOWN_ELEMENT,
				"has a tag that JSON 2.0 does not define");
	}

	@Override
	public void unknownProperty(CardPath path, Class<?> part, String property) {
		ForeignProperty foreign = ForeignProperty.of(part, property);
		mismatch(path, foreign.rule(), foreign.problem());
	}

	/**
	 * Ignores ids and the names of forms, because the checks of the whole card report
	 * them.
	 */
	@Override
	public void refusedProperty(CardPath path, Refusal refusal) {
		String property = refusal.property();
		if (!property.equals("element_id") && !(property.equals("name") && refusal.part() == Form.class)) {
			mismatch(path, ruleOf(refusal, refusal.value()), refusal.expectation());
		}
	}

	/**
	 * Returns the rule that a refused property breaks. A scalar as the value of a
	 * callback is only a warning, because the platform accepts text and the effect of
	 * other scalars is unknown.
	 */
	private static CardRule ruleOf(Refusal refusal, @Nullable JsonNode value) {
		if (value == null) {
			return refusal.property().equals(REFUSED_WITHOUT.get(refusal.part())) ? CardRule.REQUIRED_PROPERTY
					: refusal.rule();
		}
		return (refusal.property().equals("chart_spec") && !value.isObject()) ? CardRule.WRONG_STRUCTURE
				: refusal.rule();
	}

}
