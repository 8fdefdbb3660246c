package io.ephemeral.feishu.card.check;

import java.util.List;

import io.ephemeral.feishu.card.rule.CardRule;
import tools.jackson.databind.JsonNode;

/**
 * Checks of the settings of a card.
 */
final class SettingChecks implements CardCheck {

	private static final List<String> PLATFORM_LINKS = List.of("pc_url", "ios_url", "android_url");

	private final JsonNode card;

	SettingChecks(JsonNode card) {
		this.card = card;
	}

	@Override
	public void end(Violations violations) {
		checkLink(this.card.path("card_link"), violations);
		JsonNode multi = this.card.path("config").path("update_multi");
		if (multi.isBoolean() && !multi.booleanValue()) {
			violations.add("config.update_multi", CardRule.UPDATE_MULTI, "is false");
		}
	}

	private static void checkLink(JsonNode link, Violations violations) {
		long platforms = PLATFORM_LINKS.stream().filter((name) -> isSet(link, name)).count();
		if (!isSet(link, "url") && platforms > 0 && platforms < PLATFORM_LINKS.size()) {
			violations.add("card_link.url", CardRule.RECOMMENDED_PROPERTY,
					"is not set, and some kinds of client have no link");
		}
	}

	private static boolean isSet(JsonNode object, String property) {
		return !object.path(property).asString("").isEmpty();
	}

}
