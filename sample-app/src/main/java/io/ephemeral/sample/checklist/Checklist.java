package io.ephemeral.sample.checklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.sample.checklist.Report.Section;

/**
 * Checklist for a real tenant. A step that fails does not prevent the next ones.
 */
public final class Checklist {

	private static final String LINE = "-".repeat(72);

	private final Session session;

	private final Surroundings surroundings;

	private final Mask mask;

	private final List<ChecklistStep> steps;

	private final ChecklistProperties properties;

	Checklist(Session session, Surroundings surroundings, Mask mask, List<ChecklistStep> steps,
			ChecklistProperties properties) {
		this.session = session;
		this.surroundings = surroundings;
		this.mask = mask;
		this.steps = List.copyOf(steps);
		this.properties = properties;
	}

	/**
	 * Leads the person through all steps. The report is written after each step, so that
	 * a run that ends early leaves one too.
	 */
	public void run() {
		welcome();
		List<Section> sections = new ArrayList<>();
		for (ChecklistStep step : this.steps) {
			show(LINE);
			show("Step " + (sections.size() + 1) + " of " + this.steps.size() + ": " + step.title());
			show("Expected: " + step.expectation());
			StepResult result = run(step);
			result.observations().forEach((observation) -> show("  - " + observation));
			show("Result: " + result.verdict());
			sections.add(new Section(step, result));
			write(new Report(this.surroundings, sections));
		}
		show(LINE);
		show("The report is in the file " + this.properties.report().toAbsolutePath().normalize()
				+ ". Read it before you share it.");
	}

	private void welcome() {
		show("""
				This checklist shows cards to you in a group of your choice, and writes a report.
				Use a group for tests: its members see your message to the bot, and one public card for a moment.
				Answer questions with y (yes), n (no) or s (skip). A task waits for you for %d seconds; s skips it."""
			.formatted(this.properties.patience().toSeconds()));
		if (this.surroundings.simulated()) {
			show("Without FEISHU_APP_ID and FEISHU_APP_SECRET, the simulator takes the platform's place, and the report"
					+ " answers no open question.\nThe screens of its members are at " + this.surroundings.address()
					+ "/.");
		}
	}

	private StepResult run(ChecklistStep step) {
		Notes notes = new Notes(this.mask);
		try {
			step.work().run(notes);
		}
		catch (StepSkippedException ex) {
			notes.skipped(String.valueOf(ex.getMessage()));
		}
		catch (FeishuException ex) {
			notes.failed("A call", ex);
		}
		catch (RuntimeException ex) {
			notes.failed("The step", ex);
		}
		this.session.cleanUp(notes);
		return notes.result();
	}

	private void write(Report report) {
		try {
			Files.writeString(this.properties.report(), report.markdown());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The report cannot be written to " + this.properties.report()
					+ "; set sample.checklist.report to a file in a folder that exists", ex);
		}
	}

	private void show(String text) {
		this.session.person().show(text);
	}

}
