package io.ephemeral.feishu.simulator.leak;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Search for the words of {@linkplain Canary canaries} in everything that left the
 * application. The simulator adds what people have ever seen since its start, the last
 * {@link io.ephemeral.feishu.simulator.FeishuSimulator#reset()} or {@link #clear()}:
 * cards with all their JSON, texts of the bot, and toasts. Messages of members are not
 * searched. {@link #observe} adds other texts, such as lines of a log.
 * <p>
 * Only the latest texts are kept, 32 million characters of screens and as many of other
 * places.
 */
public final class LeakOracle {

	private final Supplier<List<Sightings>> screens;

	private final Sightings elsewhere = new Sightings();

	private final List<Canary> canaries = new CopyOnWriteArrayList<>();

	/**
	 * Creates an oracle without canaries; the simulator does.
	 * @param screens supplier of what people have seen
	 */
	public LeakOracle(Supplier<List<Sightings>> screens) {
		this.screens = screens;
	}

	/**
	 * Marks words as a canary.
	 * @param words at least 6 bytes
	 * @return the canary, which is allowed nowhere yet
	 */
	public Canary mark(String words) {
		Canary canary = new Canary(words);
		this.canaries.add(canary);
		return canary;
	}

	/**
	 * Returns whether there is something to search for.
	 * @return whether a canary was marked since the last {@link #clear()}
	 */
	public boolean hasCanaries() {
		return !this.canaries.isEmpty();
	}

	/**
	 * Adds a text in which no canary is allowed.
	 * @param place the place for the message of a failure, such as {@code a log line}
	 * @param text any text
	 */
	public void observe(String place, String text) {
		this.elsewhere.add(new Sighting(place, Sighting.Reach.ELSEWHERE, Set.of(), text));
	}

	/**
	 * Adds the types and messages of an error, of its causes and of what it suppressed.
	 * @param place the place for the message of a failure, such as {@code an error}
	 * @param error any error
	 */
	public void observe(String place, Throwable error) {
		StringBuilder text = new StringBuilder();
		collect(error, text, Collections.newSetFromMap(new IdentityHashMap<>()));
		observe(place, text.toString());
	}

	private static void collect(@Nullable Throwable error, StringBuilder text, Set<Throwable> known) {
		if (error != null && known.add(error)) {
			text.append(error).append('\n');
			collect(error.getCause(), text, known);
			for (Throwable suppressed : error.getSuppressed()) {
				collect(suppressed, text, known);
			}
		}
	}

	/**
	 * Searches for all canaries.
	 * @return the leaks so far, those on screens first
	 */
	public List<Leak> leaks() {
		return Stream.concat(this.screens.get().stream(), Stream.of(this.elsewhere))
			.flatMap((sightings) -> sightings.all().stream())
			.flatMap(this::leaksIn)
			.distinct()
			.toList();
	}

	private Stream<Leak> leaksIn(Sighting sighting) {
		return this.canaries.stream()
			.flatMap((canary) -> canary.leakIn(sighting).stream())
			.map((leak) -> new Leak(leak.canary(), mask(leak.place()), leak.people(), mask(leak.excerpt())));
	}

	private String mask(String text) {
		String masked = text;
		for (Canary canary : this.canaries) {
			masked = canary.maskIn(masked);
		}
		return masked;
	}

	/**
	 * Requires that there is no leak.
	 * @throws LeakError if there is one; the message shows the place, the people and the
	 * surrounding text, and masks the words
	 */
	public void requireNoLeaks() {
		List<Leak> leaks = leaks();
		if (!leaks.isEmpty()) {
			throw new LeakError(leaks);
		}
	}

	/**
	 * Forgets the canaries and all texts. The screens stay as they are.
	 */
	public void clear() {
		this.canaries.clear();
		this.elsewhere.clear();
		this.screens.get().forEach(Sightings::clear);
	}

}
