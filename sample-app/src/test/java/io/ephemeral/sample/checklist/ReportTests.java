package io.ephemeral.sample.checklist;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.ephemeral.sample.checklist.Report.Section;
import io.ephemeral.sample.checklist.StepResult.Payload;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	private static final ChecklistStep STEP = new ChecklistStep("Offline", "Nothing appears.", (notes) -> {
	});

	@Test
	void firstLineWhenOnTenantThenNamesTenant() {
		assertThat(report(false, result()).markdown()).startsWith("# Checklist, made on a tenant\n")
			.contains("| platform | open.feishu.cn |")
			.doesNotContain("simulator");
	}

	@Test
	void firstLineWhenOnSimulatorThenNamesSimulatorAndAnswersSettleNothing() {
		assertThat(report(true, result()).markdown())
			.startsWith("# Checklist, made on the simulator\n\nNo live platform")
			.contains("| 1 | On the simulator: Nothing came. |");
	}

	@Test
	void questionsWhenSettledThenHaveStepAndAnswer() {
		assertThat(report(false, result()).markdown())
			.contains("| The viewer never sees the card. | 1 | Nothing came. |");
	}

	@Test
	void questionsWhenNobodySettledThemThenAreNotSettled() {
		assertThat(report(false, result()).markdown())
			.contains("| Does a muted group refuse ephemeral cards? | It does not. | – | not settled |");
	}

	@Test
	void observationWhenItHasSeveralLinesThenIsOneLine() {
		StepResult result = new StepResult(Verdict.FAILED, List.of("The call failed:\n  ## code 1"), List.of(),
				Map.of());

		assertThat(report(false, result).markdown()).contains("- The call failed: ## code 1\n");
	}

	@Test
	void payloadWhenItHasFenceThenDoesNotEndTheBlock() {
		StepResult result = new StepResult(Verdict.SEEN, List.of(),
				List.of(new Payload("Click", "{ \"value\" : \"```\" }")), Map.of());

		assertThat(report(false, result).markdown()).contains("Click:\n\n```json\n{ \"value\" : \"` ` `\" }\n```\n");
	}

	private static StepResult result() {
		return new StepResult(Verdict.SEEN, List.of("Nothing came."), List.of(),
				Map.of(OpenQuestion.OFFLINE, "Nothing came."));
	}

	private static Report report(boolean simulated, StepResult result) {
		return new Report(new Surroundings(simulated, LocalDate.of(2026, 1, 1), URI.create("https://open.feishu.cn"),
				"versions", "over a long connection"), List.of(new Section(STEP, result)));
	}

}
