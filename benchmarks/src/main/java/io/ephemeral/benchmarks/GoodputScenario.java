package io.ephemeral.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Scenario of cards for several chats at fixed times.
 *
 * @param name description of the cards
 * @param chats number of chats
 * @param cards cards in order of arrival
 * @param bound shortest time in which the platform can accept all cards
 */
record GoodputScenario(String name, int chats, List<Coming> cards, Duration bound) {

	private static final int PER_CHAT_AND_SECOND = 40;

	private static final int PER_SECOND = 50;

	private static final int PER_MINUTE = 1000;

	static List<GoodputScenario> all() {
		return List.of(oneChat(), manyChats(), hotChat());
	}

	static GoodputScenario oneChat() {
		return atOnce(400, 1);
	}

	private static GoodputScenario manyChats() {
		return atOnce(2000, 50);
	}

	/**
	 * Returns a scenario with cards that all come at the start, the same number for each
	 * chat.
	 */
	static GoodputScenario atOnce(int cards, int chats) {
		String name = (chats == 1) ? String.format(Locale.ROOT, "%,d cards to one chat", cards)
				: String.format(Locale.ROOT, "%,d cards over %d chats", cards, chats);
		return of(name, chats, IntStream.range(0, cards).mapToObj((i) -> new Coming(i % chats, Duration.ZERO)).toList(),
				(cards + chats - 1) / chats);
	}

	/**
	 * Returns a scenario with one hot chat. The other chats use the rest of the limit of
	 * the app.
	 */
	private static GoodputScenario hotChat() {
		List<Coming> cards = new ArrayList<>();
		IntStream.range(0, 2000).forEach((i) -> cards.add(new Coming(0, Duration.ZERO)));
		IntStream.range(0, 100).forEach((i) -> cards.add(new Coming(i + 1, Duration.ofMillis(100L * i))));
		return of("2,000 to a hot chat, 1 each to 100", 101, cards, 2000);
	}

	/**
	 * Creates a scenario and its bound. The last card cannot be accepted before the end
	 * of all windows that the other cards fill.
	 */
	private static GoodputScenario of(String name, int chats, List<Coming> cards, int mostOfOneChat) {
		int others = cards.size() - 1;
		int seconds = 60 * (others / PER_MINUTE) + others % PER_MINUTE / PER_SECOND;
		int chatSeconds = (mostOfOneChat - 1) / PER_CHAT_AND_SECOND;
		return new GoodputScenario(name, chats, cards, Duration.ofSeconds(Math.max(seconds, chatSeconds)));
	}

	/**
	 * Card to send.
	 *
	 * @param chat number of the chat; 0 is the hot chat, if there is one
	 * @param at time of arrival
	 */
	record Coming(int chat, Duration at) {
	}

}
