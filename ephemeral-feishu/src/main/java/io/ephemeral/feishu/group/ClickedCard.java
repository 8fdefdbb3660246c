package io.ephemeral.feishu.group;

import java.util.Locale;

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
 */
public record ClickedCard(String token, Viewer operator, @Nullable Locale locale) {

	public ClickedCard {
		Assert.isTrue(token.startsWith("c-"), "'token' must be the token of a click, which begins with 'c-'");
	}

	@Override
	public String toString() {
		return "ClickedCard[operator=" + this.operator + "]";
	}

}
