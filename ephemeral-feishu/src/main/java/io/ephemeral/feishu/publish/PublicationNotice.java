package io.ephemeral.feishu.publish;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.Header;
import io.ephemeral.feishu.card.HeaderTemplate;
import io.ephemeral.feishu.card.element.Markdown;

/**
 * Notice for the viewer of an ephemeral card whose outcome could not be published. Only
 * the viewer sees it.
 */
@FunctionalInterface
public interface PublicationNotice {

	/**
	 * Creates the card with the notice.
	 * @param failure error of the publication
	 * @return the card
	 */
	CardContent of(FeishuException failure);

	/**
	 * Returns the default notice in English and Chinese, which asks the viewer to try
	 * again.
	 * @return the default notice
	 */
	static PublicationNotice standard() {
		return (failure) -> Card.builder()
			.header(Header.of("Not published · 尚未发布").template(HeaderTemplate.RED))
			.add(Markdown.of("Your card is still here. Please try again in a moment.\n卡片仍然保留，请稍后再试。"))
			.build();
	}

}
