package io.ephemeral.feishu.limit.exchange;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Answer of the {@link SlotExchange} to a request.
 *
 * @param epoch random id of the state of the exchange; another one if the state was lost
 * @param forgotten whether the request has another epoch, so that its reports were
 * ignored
 * @param targets grants for the targets of the request
 * @param fleet state of the operation for all instances
 */
public record SlotGrants(String epoch, boolean forgotten, List<TargetGrant> targets, Fleet fleet) {

	public SlotGrants {
		targets = List.copyOf(targets);
	}

	/**
	 * Slots of a target.
	 *
	 * @param target name of the target
	 * @param openings time until the opening of each granted slot; zero or more, in
	 * ascending order
	 * @param probe whether the only granted slot is the probe after a refusal
	 * @param opensIn time until the target has another free slot; null if a call in
	 * progress must end first
	 * @param gate closed gate of the target; null if it is open
	 */
	public record TargetGrant(String target, List<Duration> openings, boolean probe, @Nullable Duration opensIn,
			@Nullable GateState gate) {

		public TargetGrant {
			openings = List.copyOf(openings);
		}

	}

	/**
	 * State of the operation for all instances.
	 *
	 * @param opensIn time until the operation has another free slot; null if a call in
	 * progress must end first
	 * @param waiting number of calls that wait at other instances
	 * @param instances number of instances in the last minute; at least 1
	 * @param recent coarse history for the time without the exchange
	 * @param operation closed gate of the operation; null if it is open
	 * @param quota closed gate of the monthly quota; null if it is open
	 * @param fastest fastest response of any instance; null if it is not known yet
	 */
	public record Fleet(@Nullable Duration opensIn, int waiting, int instances, RecentCalls recent,
			@Nullable GateState operation, @Nullable GateState quota, @Nullable Duration fastest) {
	}

	/**
	 * Coarse history of the calls of all instances.
	 *
	 * @param ages time since an arrival that stands for itself and for the older ones
	 * before the next entry; in ascending order
	 * @param callsPerAge maximum number of calls for each entry; at least 1
	 */
	public record RecentCalls(List<Duration> ages, int callsPerAge) {

		public RecentCalls {
			ages = List.copyOf(ages);
		}

	}

	/**
	 * Closed gate after a refusal of the platform.
	 *
	 * @param closedFor time since the first refusal
	 * @param opensIn time until the probe; zero while the probe is in progress
	 */
	public record GateState(Duration closedFor, Duration opensIn) {
	}

}
