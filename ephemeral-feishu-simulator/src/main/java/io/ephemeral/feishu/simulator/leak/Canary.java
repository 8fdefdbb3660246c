package io.ephemeral.feishu.simulator.leak;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ephemeral.feishu.simulator.leak.Sighting.Reach;

/**
 * Words that only some people may see, and that belong in no log, metric or other place
 * outside of their screens.
 *
 * @see io.ephemeral.feishu.simulator.FeishuSimulator#canary(String)
 */
public final class Canary {

	private static final int MIN_BYTES = 6;

	/** Characters on each side of a leak that its message shows. */
	private static final int AROUND = 60;

	private final Pattern pattern;

	private final String masked;

	private final Set<String> allowed = ConcurrentHashMap.newKeySet();

	private volatile boolean allowedForEverybody;

	Canary(String words) {
		if (words.strip().getBytes(StandardCharsets.UTF_8).length < MIN_BYTES) {
			throw new IllegalArgumentException(
					"A canary must have at least %d bytes, so that it is not found by chance".formatted(MIN_BYTES));
		}
		this.pattern = CanaryForms.of(words.strip());
		this.masked = mask(words.strip());
	}

	/**
	 * Allows the words on the screens of these people: in their ephemeral cards, their
	 * toasts and their direct chats. A public message of a group stays a leak, because
	 * people who join later can read it.
	 * @param names names such as {@code ada}
	 * @return this canary
	 */
	public Canary allowedFor(String... names) {
		this.allowed.addAll(Set.of(names));
		return this;
	}

	/**
	 * Allows the words on all screens and in public messages, but in no other place.
	 * @return this canary
	 */
	public Canary allowedForEverybody() {
		this.allowedForEverybody = true;
		return this;
	}

	/**
	 * Finds the words in a text that left the application.
	 */
	Optional<Leak> leakIn(Sighting sighting) {
		Set<String> strangers = strangers(sighting);
		Matcher matcher = this.pattern.matcher(sighting.text());
		if (allows(sighting.reach(), strangers) || !matcher.find()) {
			return Optional.empty();
		}
		// The text before the first match is the same after masking.
		String text = maskIn(sighting.text());
		String around = text.substring(Math.max(0, matcher.start() - AROUND),
				Math.min(text.length(), matcher.start() + this.masked.length() + AROUND));
		return Optional.of(new Leak(this.masked, sighting.place(), strangers, around));
	}

	private Set<String> strangers(Sighting sighting) {
		Set<String> strangers = new TreeSet<>(sighting.people());
		if (sighting.reach() == Reach.PEOPLE) {
			strangers.removeAll(this.allowed);
		}
		return strangers;
	}

	private boolean allows(Reach reach, Set<String> strangers) {
		return switch (reach) {
			case PEOPLE -> this.allowedForEverybody || strangers.isEmpty();
			case EVERYBODY -> this.allowedForEverybody;
			case ELSEWHERE -> false;
		};
	}

	/**
	 * Masks the words wherever they are in a text.
	 */
	String maskIn(String text) {
		return this.pattern.matcher(text).replaceAll((match) -> Matcher.quoteReplacement(mask(match.group())));
	}

	private static String mask(String found) {
		int shown = Math.min(2, found.length() / 4);
		return found.substring(0, shown) + "***" + found.substring(found.length() - shown);
	}

	@Override
	public String toString() {
		return "canary " + this.masked;
	}

}
