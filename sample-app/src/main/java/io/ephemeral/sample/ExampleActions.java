package io.ephemeral.sample;

import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.Header;
import io.ephemeral.feishu.card.HeaderTemplate;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.element.Markdown;

import org.springframework.stereotype.Component;

/**
 * Handlers of clicks on the {@link ExampleCards}. Another card replaces the clicked one,
 * for its viewer only.
 */
@Component
class ExampleActions {

	@CardAction("example")
	Card thank() {
		return Card.builder()
			.header(Header.of("Thank you").template(HeaderTemplate.GREEN))
			.add(Markdown.of("Nobody else has seen this."))
			.build();
	}

	/** Replaces a card of JSON 1.0 with another card of JSON 1.0. */
	@CardAction("older-example")
	RawCard thankForOlderCard() {
		return RawCard.parse("""
				{
				  "header": { "title": { "tag": "plain_text", "content": "Thank you" }, "template": "green" },
				  "elements": [
				    { "tag": "div", "text": { "tag": "plain_text", "content": "Nobody else has seen this." } }
				  ]
				}""");
	}

}
