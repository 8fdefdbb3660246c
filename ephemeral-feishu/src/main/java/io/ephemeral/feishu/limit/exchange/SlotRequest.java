package io.ephemeral.feishu.limit.exchange;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;

/**
 * Request of an instance to the {@link SlotExchange}, for one operation in one tenant.
 *
 * @param limits limits of all instances together; operations with the same name in
 * {@link OperationLimits#countedAs()} are counted together
 * @param tenant tenant of a store app; null for the app's own tenant
 * @param instance instance that sends the request
 * @param terms times that all instances agree on
 * @param targets reports and wishes for targets, in the order in which they get slots; at
 * most one for a target, and empty for a request that only asks whether the exchange is
 * there
 * @param refusals refusals of the platform since the last request
 * @param fastest fastest response of the operation, without the first ones; null if it is
 * not known yet
 */
public record SlotRequest(OperationLimits limits, @Nullable TenantKey tenant, Instance instance, Terms terms,
		List<TargetReport> targets, List<Refusal> refusals, @Nullable Duration fastest) {

	public SlotRequest {
		targets = List.copyOf(targets);
		refusals = List.copyOf(refusals);
	}

	/**
	 * Instance of the application.
	 *
	 * @param id random id; an instance uses a new one after a request without an answer
	 * @param formerIds earlier ids of the instance, whose slots are given up
	 * @param epoch epoch of the last answer; null if there was no answer yet
	 * @param awayFor time since the instance reached the exchange no more; zero if the
	 * last request was answered
	 */
	public record Instance(String id, List<String> formerIds, @Nullable String epoch, Duration awayFor) {

		public Instance {
			formerIds = List.copyOf(formerIds);
		}

	}

	/**
	 * Times that all instances agree on.
	 *
	 * @param headroom time that is added to each window; zero or more
	 * @param lookAhead time before its opening at which a slot can be granted; zero or
	 * more
	 * @param lease time after which the slots of a silent instance count as arrived;
	 * positive
	 */
	public record Terms(Duration headroom, Duration lookAhead, Duration lease) {
	}

	/**
	 * Report of calls to a target, and the wish for slots.
	 *
	 * @param target name of the target; empty for calls without a target
	 * @param interactive number of interactive calls that wait for a slot; zero or more
	 * @param bulk number of bulk calls that wait for a slot; zero or more
	 * @param givenBack number of granted slots that no call used; zero or more
	 * @param heldAnew number of slots that the instance holds under a former id or from a
	 * time without the exchange; zero or more
	 * @param arrivals time since the arrival of each request that ended, in any order
	 * @param probe end of the call that left as a probe; null if there is none. A refused
	 * probe is part of the refusals
	 */
	public record TargetReport(String target, int interactive, int bulk, int givenBack, int heldAnew,
			List<Duration> arrivals, @Nullable ProbeEnd probe) {

		public TargetReport {
			arrivals = List.copyOf(arrivals);
		}

	}

	/**
	 * Refusal of a call by a rate limit of the platform.
	 *
	 * @param scope scope of the limit
	 * @param target name of the target; empty if the call had none
	 * @param retryAfter wait that the platform requires; null if it requires none
	 * @param probe whether the call was a probe
	 */
	public record Refusal(RefusalScope scope, String target, @Nullable Duration retryAfter, boolean probe) {
	}

	/**
	 * End of a probe that was not refused.
	 */
	public enum ProbeEnd {

		/** The platform accepted the call, so the gates open. */
		ANSWERED,

		/** There was no response, so another call becomes the probe. */
		UNKNOWN

	}

}
