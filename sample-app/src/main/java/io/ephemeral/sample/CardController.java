package io.ephemeral.sample;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller that sends and deletes cards for the page.
 */
@RestController
@RequestMapping("/api/cards")
class CardController {

	private final EphemeralCardTemplate cards;

	CardController(EphemeralCardTemplate cards) {
		this.cards = cards;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Sent send(@RequestBody CardToSend request) {
		Assert.hasText(request.card(), "'card' must be the JSON of a card");
		return new Sent(this.cards.newCard(RawCard.parse(request.card()))
			.chat(new ChatId(request.chat()))
			.viewer(request.viewer())
			.send()
			.messageId());
	}

	@DeleteMapping("/{messageId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String messageId) {
		this.cards.delete(new MessageId(messageId));
	}

	@ExceptionHandler({ IllegalArgumentException.class, InvalidCardException.class })
	ProblemDetail handleBadInput(RuntimeException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail handleFailure(FeishuException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, String.valueOf(ex.getMessage()));
	}

	/**
	 * Request of the page.
	 *
	 * @param chat id of the group
	 * @param viewerType type of the viewer's id
	 * @param viewerId open id, user id or e-mail address
	 * @param card JSON as typed by the user
	 */
	record CardToSend(String chat, ViewerType viewerType, String viewerId, String card) {

		Viewer viewer() {
			Assert.notNull(this.viewerType, "'viewerType' must be OPEN_ID, USER_ID or EMAIL");
			return switch (this.viewerType) {
				case OPEN_ID -> Viewer.openId(this.viewerId);
				case USER_ID -> Viewer.userId(this.viewerId);
				case EMAIL -> Viewer.email(this.viewerId);
			};
		}

	}

	enum ViewerType {

		OPEN_ID, USER_ID, EMAIL

	}

	record Sent(MessageId messageId) {
	}

}
