package io.ephemeral.sample.checklist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.SentCard;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One run of the checklist: the person, the group, the viewer, and the cards that are
 * still on the viewer's screen.
 */
final class Session {

	private final Person person;

	private final EphemeralCardOperations cards;

	private final Duration patience;

	private final Mono<String> image;

	private final List<MessageId> shown = new ArrayList<>();

	private @Nullable ChatId chat;

	private @Nullable Viewer viewer;

	/**
	 * Creates a session.
	 * @param patience longest wait for a click or a message
	 */
	Session(Person person, EphemeralCardOperations cards, Duration patience) {
		this.person = person;
		this.cards = cards;
		this.patience = patience;
		this.image = Mono
			.fromSupplier(
					() -> person.type("Key of an image that this app has uploaded (img_…), for the choice of images:"))
			.filter((key) -> key.startsWith("img_"))
			.cache();
	}

	Person person() {
		return this.person;
	}

	void chat(ChatId chat) {
		this.chat = chat;
	}

	void viewer(Viewer viewer) {
		this.viewer = viewer;
	}

	/**
	 * Forgets an id that the platform does not know, so that the next steps are skipped.
	 */
	void forgetViewer() {
		this.viewer = null;
	}

	Optional<ChatId> chosenChat() {
		return Optional.ofNullable(this.chat);
	}

	/**
	 * Returns the chosen group, without which a step is skipped.
	 */
	ChatId chat() {
		if (this.chat == null) {
			throw new StepSkippedException("No group is known.");
		}
		return this.chat;
	}

	/**
	 * Returns the person's id, without which a step is skipped.
	 */
	Viewer viewer() {
		if (this.viewer == null) {
			throw new StepSkippedException("The id of the person is not known.");
		}
		return this.viewer;
	}

	/**
	 * Returns the key of an image, which the person types once, because it is valid for
	 * one app only.
	 */
	Optional<String> image() {
		return this.image.blockOptional();
	}

	/**
	 * Shows a card to the person, until the end of the step.
	 */
	SentCard send(CardContent card) {
		SentCard sent = this.cards.send(chat(), viewer(), card);
		remember(sent.messageId());
		return sent;
	}

	/**
	 * Remembers a card that the end of the step deletes.
	 */
	void remember(MessageId message) {
		this.shown.add(message);
	}

	/**
	 * Deletes the cards of a step.
	 */
	void cleanUp(Notes notes) {
		for (MessageId message : this.shown) {
			try {
				this.cards.delete(message);
			}
			catch (FeishuException ex) {
				notes.failed("The deletion of a card at the end of the step", ex);
			}
		}
		this.shown.clear();
	}

	/**
	 * Asks the person, and skips the rest of the step if the person does not know.
	 * @return whether the answer is yes
	 */
	boolean confirm(String question) {
		return switch (this.person.answer(question)) {
			case YES -> true;
			case NO -> false;
			case SKIP -> throw new StepSkippedException("The person skipped the question: " + question);
		};
	}

	/**
	 * Waits until the person has done something. If this takes too long, or if the person
	 * does not want to, the rest of the step is skipped.
	 * @param event what arrives from the platform then
	 * @param instruction what the person does
	 */
	<T> T await(Mono<T> event, String instruction) {
		return Mono
			.firstWithSignal(event,
					this.person.act(instruction)
						.then(Mono.error(
								() -> new StepSkippedException("The person skipped the task: " + instruction + "."))))
			.timeout(this.patience,
					Mono.error(() -> new StepSkippedException("Nothing arrived in " + this.patience.toSeconds()
							+ " seconds after the task: " + instruction + ".")))
			.blockOptional()
			.orElseThrow();
	}

}
