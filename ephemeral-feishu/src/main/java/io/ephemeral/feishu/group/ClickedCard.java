package io.ephemeral.feishu.group;

import java.util.Locale;

import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A card that somebody has clicked, as far as it is needed to update it later.
 *
 * @param token the {@code token} of the click, {@code c-…}; good for 30 minutes and two
 * updates
 * @param operator who has clicked
 * @param locale language of that user; the default one when absent
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
