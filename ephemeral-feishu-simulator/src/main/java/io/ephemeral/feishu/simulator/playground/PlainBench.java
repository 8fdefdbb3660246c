package io.ephemeral.feishu.simulator.playground;

import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.simulator.card.CardChecks;
import io.ephemeral.feishu.simulator.card.CardTarget;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reader that knows the refusals of the simulator, and no placeholders.
 */
final class PlainBench implements CardBench {

	@Override
	public Sheet read(String text, Map<String, String> values) {
		try {
			JsonNode card = JsonMapper.shared().readTree(text);
			return card.isObject() ? sheet(card) : Sheet.refused("A card is a JSON object.", List.of());
		}
		catch (JacksonException ex) {
			return Sheet.refused("The card is not valid JSON (line " + ex.getLocation().getLineNr() + ", column "
					+ ex.getLocation().getColumnNr() + ").", List.of());
		}
	}

	private static Sheet sheet(JsonNode card) {
		List<Violation> violations = CardChecks.violations(card, CardTarget.EPHEMERAL)
			.stream()
			.map((violation) -> new Violation(violation.path(), "error", violation.explanation(), ""))
			.toList();
		return new Sheet("", Map.of("", card.toString()), violations, List.of(), Map.of("JSON", card.toPrettyString()));
	}

}
