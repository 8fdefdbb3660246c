package io.ephemeral.sample.checklist;

import java.util.List;
import java.util.Map;

/**
 * Result of a step, without secrets.
 *
 * @param verdict the result in one word
 * @param observations what happened, one sentence each
 * @param payloads JSON from the platform by its description, masked
 * @param answers answers to open questions
 */
record StepResult(Verdict verdict, List<String> observations, List<Payload> payloads,
		Map<OpenQuestion, String> answers) {

	StepResult {
		observations = List.copyOf(observations);
		payloads = List.copyOf(payloads);
		answers = Map.copyOf(answers);
	}

	/**
	 * JSON from the platform.
	 *
	 * @param description such as <em>Click on a button</em>
	 * @param json masked JSON, indented
	 */
	record Payload(String description, String json) {
	}

}
