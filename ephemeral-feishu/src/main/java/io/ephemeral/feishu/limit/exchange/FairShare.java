package io.ephemeral.feishu.limit.exchange;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Max-min fair share of free slots among instances that wait.
 */
final class FairShare {

	private FairShare() {
	}

	/**
	 * Returns the number of slots for one instance. Small demands are met, and the others
	 * get equal parts of the rest, rounded up.
	 * @param slots number of free slots
	 * @param own demand of the instance
	 * @param others demands of the other instances
	 */
	static int of(int slots, int own, List<Integer> others) {
		int rest = slots;
		int waiting = others.size() + 1;
		int[] smaller = others.stream().flatMapToInt(IntStream::of).filter((demand) -> demand < own).sorted().toArray();
		for (int demand : smaller) {
			if (demand * waiting > rest) {
				break;
			}
			rest -= demand;
			waiting--;
		}
		return Math.min(own, (rest + waiting - 1) / waiting);
	}

}
