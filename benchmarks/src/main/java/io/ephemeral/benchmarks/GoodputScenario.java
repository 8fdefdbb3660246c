package io.ephemeral.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cards that come at known times for known chats.
 *
 * @param name what is to be sent
 * @param chats how many there are
 * @param cards in the order of their coming
 * @param bound the shortest time in which the platform can have taken all of them
 */
record GoodputScenario(String name, int chats, List<Coming> cards, Duration bound) {

	private static final int PER_CHAT_AND_SECOND = 40;

	private static final int PER_SECOND = 50;

	private static final int PER_MINUTE = 1000;

	static List<GoodputScenario> all() {
		return List.of(oneChat(), manyChats(), hotChat());
	}

	static GoodputScenario oneChat() {
		List<Coming> cards = IntStream.range(0, 400).mapToObj((i) -> new Coming(0, Duration.ZERO)).toList();
		return of("400 cards to one chat", 1, cards, 400);
	}

	private static GoodputScenario manyChats() {
		List<Coming> cards = IntStream.range(0, 2000).mapToObj((i) -> new Coming(i % 50, Duration.ZERO)).toList();
		return of("2,000 cards over 50 chats", 50, cards, 40);
	}

	/** The others ask for all that the hot chat leaves of the app's limit. */
	private static GoodputScenario hotChat() {
		List<Coming> cards = new ArrayList<>();
		IntStream.range(0, 2000).forEach((i) -> cards.add(new Coming(0, Duration.ZERO)));
		IntStream.range(0, 100).forEach((i) -> cards.add(new Coming(i + 1, Duration.ofMillis(100L * i))));
		return of("2,000 to a hot chat, 1 each to 100", 101, cards, 2000);
	}

	/**
	 * The last of some cards cannot come before as many full windows have passed as the
	 * others fill.
	 */
	private static GoodputScenario of(String name, int chats, List<Coming> cards, int mostOfOneChat) {
		int others = cards.size() - 1;
		int seconds = 60 * (others / PER_MINUTE) + others % PER_MINUTE / PER_SECOND;
		int chatSeconds = (mostOfOneChat - 1) / PER_CHAT_AND_SECOND;
		return new GoodputScenario(name, chats, cards, Duration.ofSeconds(Math.max(seconds, chatSeconds)));
	}

	/**
	 * A card to be sent.
	 *
	 * @param chat number of the chat; 0 is the one that may be hot
	 * @param at when it comes
	 */
	record Coming(int chat, Duration at) {
	}

}
