package io.ephemeral.feishu.publish;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.Header;
import io.ephemeral.feishu.card.HeaderTemplate;
import io.ephemeral.feishu.card.element.Markdown;

/**
 * Notice that the viewer of a private card sees, privately, when its outcome could not be
 * published.
 */
@FunctionalInterface
public interface PublicationNotice {

	/**
	 * Creates the card with the notice.
	 * @param failure why the outcome was not published
	 * @return the card
	 */
	CardContent of(FeishuException failure);

	/**
	 * Returns a notice in English and Chinese: the card is still there, try again.
	 * @return the default
	 */
	static PublicationNotice standard() {
		Card notice = Card.builder()
			.header(Header.of("Not published · 尚未发布").template(HeaderTemplate.RED))
			.add(Markdown.of("Your card is still here. Please try again in a moment.\n卡片仍然保留，请稍后再试。"))
			.build();
		return (failure) -> notice;
	}

}
