package io.ephemeral.feishu.test;

import java.util.List;

import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.ShownText;
import io.ephemeral.feishu.simulator.SimulatedMember;

/**
 * Screen of a member, as far as the bot fills it.
 */
record Screen(SimulatedMember member) {

	private static final String BOT = "Bot";

	List<ShownCard> cards() {
		return this.member.sees();
	}

	List<ShownCard> cards(String text) {
		return cards().stream().filter((card) -> card.title().contains(text) || card.text().contains(text)).toList();
	}

	List<String> textsOfBot() {
		return this.member.chat()
			.messagesSeenBy(this.member.name())
			.stream()
			.filter(ShownText.class::isInstance)
			.map(ShownText.class::cast)
			.filter((text) -> text.sender().equals(BOT))
			.map(ShownText::text)
			.toList();
	}

	boolean isEmpty() {
		return cards().isEmpty() && textsOfBot().isEmpty();
	}

}
