package io.ephemeral.feishu.simulator.leak;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Failure of a test because the words of a {@link Canary} reached a place that is not
 * allowed.
 */
public final class LeakError extends AssertionError {

	private static final int MAX_SHOWN = 20;

	private final List<Leak> leaks;

	LeakError(List<Leak> leaks) {
		super(message(leaks));
		this.leaks = List.copyOf(leaks);
	}

	/**
	 * Returns the leaks.
	 * @return one or more
	 */
	public List<Leak> leaks() {
		return this.leaks;
	}

	private static String message(List<Leak> leaks) {
		String shown = leaks.stream().limit(MAX_SHOWN).map((leak) -> "\n  " + leak).collect(Collectors.joining());
		return "Words of a canary left their screens %d times:%s%s".formatted(leaks.size(), shown,
				(leaks.size() > MAX_SHOWN) ? "\n  …" : "");
	}

}
