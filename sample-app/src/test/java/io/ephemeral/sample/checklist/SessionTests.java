package io.ephemeral.sample.checklist;

import java.time.Duration;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class SessionTests {

	private final SimulatedPerson person = new SimulatedPerson();

	private final EphemeralCardOperations cards = mock();

	private final Session session = new Session(this.person, this.cards, Duration.ofMillis(1));

	@Test
	void awaitWhenNothingArrivesInTimeThenStepIsSkipped() {
		this.person.does("Press", () -> {
		});

		assertThatExceptionOfType(StepSkippedException.class)
			.isThrownBy(() -> this.session.await(Mono.never(), "Press the button"))
			.withMessage("Nothing arrived in 0 seconds after the task: Press the button.");
	}

	@Test
	void chatWhenNobodyHasChosenThenStepIsSkipped() {
		assertThatExceptionOfType(StepSkippedException.class).isThrownBy(this.session::chat)
			.withMessage("No group is known.");
	}

	@Test
	void imageWhenTypedThenIsAskedForOnce() {
		this.person.types("Key of an image", () -> "img_v3_soup");
		this.session.image();
		this.person.types("Key of an image", () -> "img_v3_other");

		assertThat(this.session.image()).contains("img_v3_soup");
	}

	@Test
	void imageWhenTypedIsNoKeyThenIsAbsent() {
		this.person.types("Key of an image", () -> "soup.png");

		assertThat(this.session.image()).isEmpty();
	}

	@Test
	void cleanUpWhenDeletionFailsThenNotesItAndDeletesTheOthers() {
		willThrow(new FeishuException("no connection")).willDoNothing().given(this.cards).delete(any(MessageId.class));
		Notes notes = new Notes(new Mask());
		this.session.remember(new MessageId("om_1"));
		this.session.remember(new MessageId("om_2"));

		this.session.cleanUp(notes);

		verify(this.cards, times(2)).delete(any(MessageId.class));
		assertThat(notes.result().verdict()).isEqualTo(Verdict.FAILED);
		assertThat(notes.result().observations()).singleElement().asString().contains("no connection", "effect NONE");
	}

	@Test
	void cleanUpWhenDoneThenForgetsCards() {
		this.session.remember(new MessageId("om_1"));
		this.session.cleanUp(new Notes(new Mask()));

		this.session.cleanUp(new Notes(new Mask()));

		verify(this.cards).delete(new MessageId("om_1"));
	}

}
