package io.ephemeral.feishu.group;

import java.util.Locale;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Data of a click that a later update of the card needs.
 *
 * @param token the {@code token} of the click, such as {@code c-…}; valid for 30 minutes
 * and two updates
 * @param operator user who clicked
 * @param locale language of that user; null for the default language
 * @param chat chat of the card, to which the seals of the new card are bound; null if it
 * is not known
 */
public record ClickedCard(String token, Viewer operator, @Nullable Locale locale, @Nullable ChatId chat) {

	public ClickedCard {
		Assert.isTrue(token.startsWith("c-"), "'token' must be the token of a click, which begins with 'c-'");
	}

	/**
	 * Creates the data of a click without the chat.
	 * @param token the {@code token} of the click, such as {@code c-…}
	 * @param operator user who clicked
	 * @param locale language of that user; null for the default language
	 */
	public ClickedCard(String token, Viewer operator, @Nullable Locale locale) {
		this(token, operator, locale, null);
	}

	@Override
	public String toString() {
		return "ClickedCard[operator=" + this.operator + "]";
	}

}
