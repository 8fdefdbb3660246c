package io.ephemeral.sample.checklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Report of a run in Markdown, without secrets.
 *
 * @param surroundings the surroundings of the run
 * @param sections the steps with their results, in order
 */
record Report(Surroundings surroundings, List<Section> sections) {

	Report {
		sections = List.copyOf(sections);
	}

	String markdown() {
		StringBuilder text = new StringBuilder();
		head(text);
		for (int i = 0; i < this.sections.size(); i++) {
			section(text, i + 1, this.sections.get(i));
		}
		questions(text);
		return text.toString();
	}

	private void head(StringBuilder text) {
		boolean simulated = this.surroundings.simulated();
		text.append(simulated ? "# Checklist, made on the simulator\n\n" : "# Checklist, made on a tenant\n\n")
			.append(simulated
					? "No live platform took part. The simulator behaves as the library assumes, so this report shows"
							+ " the form of a report, and answers no question.\n\n"
					: "A person went through these steps on the platform. Ids, names and contents of messages are"
							+ " masked: the same mask means the same value.\n\n")
			.append("| | |\n|---|---|\n");
		row(text, "date", this.surroundings.date().toString());
		row(text, "platform", this.surroundings.platform());
		row(text, "versions", this.surroundings.versions());
		row(text, "events and clicks", this.surroundings.callbacks());
		row(text, "steps", summary());
	}

	private String summary() {
		Map<Verdict, Long> counts = new LinkedHashMap<>();
		for (Verdict verdict : Verdict.values()) {
			long count = this.sections.stream().filter((section) -> section.result().verdict() == verdict).count();
			counts.put(verdict, count);
		}
		return counts.entrySet()
			.stream()
			.map((count) -> count.getValue() + " " + count.getKey())
			.reduce((left, right) -> left + ", " + right)
			.orElse("");
	}

	private static void section(StringBuilder text, int number, Section section) {
		StepResult result = section.result();
		text.append("\n## ").append(number).append(". ").append(section.step().title()).append("\n\n");
		text.append("**Result: ").append(result.verdict()).append(".**\n\n");
		text.append("Expected: ").append(section.step().expectation()).append("\n");
		result.observations()
			.stream()
			.map(Report::oneLine)
			.reduce((left, right) -> left + "\n- " + right)
			.ifPresent((seen) -> text.append("\n- ").append(seen).append('\n'));
		result.payloads()
			.forEach((payload) -> text.append('\n')
				.append(payload.description())
				.append(":\n\n```json\n")
				.append(payload.json().replace("\r\n", "\n").replace("```", "` ` `"))
				.append("\n```\n"));
	}

	private void questions(StringBuilder text) {
		text.append("\n## Open questions\n\n");
		text.append("No public document answers these questions.\n\n");
		text.append("| question | assumption of the library | step | answer |\n|---|---|---|---|\n");
		for (OpenQuestion question : OpenQuestion.values()) {
			text.append("| ").append(question.question()).append(" | ").append(question.assumption()).append(" | ");
			text.append(answer(question)).append(" |\n");
		}
	}

	private String answer(OpenQuestion question) {
		for (int i = 0; i < this.sections.size(); i++) {
			String answer = this.sections.get(i).result().answers().get(question);
			if (answer != null) {
				return (i + 1) + " | " + cell(this.surroundings.simulated() ? "On the simulator: " + answer : answer);
			}
		}
		return "– | not settled";
	}

	private static void row(StringBuilder text, String name, String value) {
		text.append("| ").append(name).append(" | ").append(cell(value)).append(" |\n");
	}

	private static String cell(String text) {
		return oneLine(text).replace("|", "\\|");
	}

	private static String oneLine(String text) {
		return text.replaceAll("\\s*\\R\\s*", " ");
	}

	/**
	 * Step with its result.
	 */
	record Section(ChecklistStep step, StepResult result) {
	}

}
