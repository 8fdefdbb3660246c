package io.ephemeral.feishu.system;

import java.time.LocalDate;
import java.util.Optional;

import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Div;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.flow.CardFlow;
import io.ephemeral.feishu.flow.Outcome;
import io.ephemeral.feishu.flow.Step;
import io.ephemeral.feishu.form.RecordForm;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

/**
 * Leave request in three steps.
 */
@CardFlow(name = "Leave")
class LeaveFlow {

	@Step(1)
	RecordForm<Period> when(Leave leave) {
		return RecordForm.of(Period.class).title("When?");
	}

	@Step(2)
	RecordForm<Deputy> who(Period period) {
		return RecordForm.of(Deputy.class).title("Who?").text(period.first() + " to " + period.last());
	}

	@Step(3)
	Outcome done(Leave leave, Period period, Deputy deputy) {
		return Outcome.publish(Card.builder()
			.title(leave.title())
			.add(Div.of(PlainText
				.of(period.first() + " to " + period.last() + ": " + deputy.notes().orElse("nothing to do"))))
			.build());
	}

	record Leave(String title, String remark) {
	}

	record Period(@NotNull LocalDate first, @NotNull LocalDate last) {

		@AssertTrue(message = "The last day comes before the first")
		boolean isInOrder() {
			return this.first == null || this.last == null || !this.last.isBefore(this.first);
		}

	}

	record Deputy(@NotNull Viewer.OpenId deputy, Optional<String> notes) {
	}

}
