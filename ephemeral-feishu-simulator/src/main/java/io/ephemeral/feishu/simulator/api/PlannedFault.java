package io.ephemeral.feishu.simulator.api;

import java.time.Duration;
import java.util.function.Function;

import io.ephemeral.feishu.simulator.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Fault of one request.
 *
 * @param name name of the fault, such as {@code html}
 * @param processed whether the operation sees the request
 * @param duration time that the response takes
 * @param transfer part of the response that arrives
 * @param answer response instead of that of the operation, from its log id; absent if the
 * operation responds
 */
public record PlannedFault(String name, boolean processed, Duration duration, Transfer transfer,
		@Nullable Function<String, HttpAnswer> answer) {

	public static final PlannedFault NONE = new PlannedFault("none", true, Duration.ZERO, Transfer.WHOLE, null);

	public boolean isBeforeReading() {
		return !this.processed && this.transfer == Transfer.NOTHING;
	}

	/**
	 * Returns the response instead of that of the operation; absent if the operation
	 * responds.
	 */
	@Nullable HttpAnswer answer(String logId) {
		return (this.answer != null) ? this.answer.apply(logId) : null;
	}

	public PlannedFault afterProcessing() {
		return new PlannedFault(this.name, true, this.duration, this.transfer, this.answer);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
