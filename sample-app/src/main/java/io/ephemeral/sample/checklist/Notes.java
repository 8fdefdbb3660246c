package io.ephemeral.sample.checklist;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.sample.checklist.StepResult.Payload;
import tools.jackson.databind.JsonNode;

/**
 * Notes of one step. Everything is masked when it is noted.
 */
final class Notes {

	private final Mask mask;

	private final List<String> observations = new ArrayList<>();

	private final List<Payload> payloads = new ArrayList<>();

	private final Map<OpenQuestion, String> answers = new EnumMap<>(OpenQuestion.class);

	private Verdict verdict = Verdict.SEEN;

	Notes(Mask mask) {
		this.mask = mask;
	}

	/**
	 * Notes what happened.
	 * @param observation whole sentence
	 */
	void saw(String observation) {
		this.observations.add(this.mask.text(observation));
	}

	/**
	 * Notes something that the library does not expect.
	 * @param observation whole sentence
	 */
	void differs(String observation) {
		saw(observation);
		worsen(Verdict.DIFFERS);
	}

	/**
	 * Notes why a part of the step has no result.
	 * @param reason whole sentence
	 */
	void skipped(String reason) {
		saw(reason);
		worsen(Verdict.SKIPPED);
	}

	/**
	 * Notes a failure of a part of the step.
	 * @param what subject of the sentence, such as <em>The recall of the card</em>
	 * @param error error of the part
	 */
	void failed(String what, RuntimeException error) {
		saw(what + " failed: " + words(error));
		worsen(Verdict.FAILED);
	}

	/**
	 * Notes a refusal that answers an open question.
	 * @param question the question
	 * @param asAssumed whether the library assumes this refusal
	 * @param what what the platform refused, such as <em>A card of 31 KB</em>
	 * @param refusal response of the platform
	 */
	void settle(OpenQuestion question, boolean asAssumed, String what, FeishuApiException refusal) {
		saw(what + ": " + words(refusal));
		settle(question, "HTTP status " + refusal.httpStatus().value() + ", code " + refusal.code() + ", `"
				+ refusal.getClass().getSimpleName() + "`");
		if (!asAssumed) {
			differs("This is another result than the library assumes." + assumption(question));
		}
	}

	/**
	 * Notes the answer to an open question.
	 * @param question the question
	 * @param answer a few words
	 */
	void settle(OpenQuestion question, String answer) {
		this.answers.put(question, this.mask.text(answer));
	}

	/**
	 * Notes whether the platform behaves as the library assumes.
	 * @param question the question
	 * @param asAssumed whether the assumption holds
	 * @param observation whole sentence, which is the answer too
	 */
	void settle(OpenQuestion question, boolean asAssumed, String observation) {
		settle(question, observation);
		if (asAssumed) {
			saw(observation);
		}
		else {
			differs(observation + assumption(question));
		}
	}

	/**
	 * Records JSON from the platform.
	 * @param description such as <em>Click on a button</em>
	 * @param json the whole JSON
	 */
	void record(String description, JsonNode json) {
		this.payloads.add(new Payload(description, this.mask.json(json).toPrettyString()));
	}

	StepResult result() {
		return new StepResult(this.verdict, this.observations, this.payloads, this.answers);
	}

	private void worsen(Verdict other) {
		this.verdict = (other.compareTo(this.verdict) > 0) ? other : this.verdict;
	}

	private static String assumption(OpenQuestion question) {
		return " The library assumes: " + question.assumption() + " This affects " + question.consequence() + ".";
	}

	/** The message of an error of the library contains the code and the hint. */
	private static String words(RuntimeException error) {
		String type = "`" + error.getClass().getSimpleName() + "`";
		if (error instanceof FeishuApiException refusal) {
			type += ", HTTP status " + refusal.httpStatus().value();
		}
		if (error instanceof FeishuException failure) {
			type += ", effect " + failure.effect();
		}
		return error.getMessage() + " (" + type + ")";
	}

}
