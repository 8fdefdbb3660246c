package io.ephemeral.feishu.redis;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.limit.exchange.SlotGrants;
import io.ephemeral.feishu.limit.exchange.SlotGrants.Fleet;
import io.ephemeral.feishu.limit.exchange.SlotGrants.GateState;
import io.ephemeral.feishu.limit.exchange.SlotGrants.RecentCalls;
import io.ephemeral.feishu.limit.exchange.SlotGrants.TargetGrant;
import io.ephemeral.feishu.limit.exchange.SlotRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Result of the script, as JSON. All times are in microseconds, and an empty list is
 * absent.
 *
 * @param targets grants in the order of the request
 */
record ExchangeAnswer(String epoch, boolean forgotten, @Nullable List<Grant> targets, @Nullable Long opensIn,
		int waiting, int instances, @Nullable List<Long> recent, int callsPerAge, @Nullable Gate operation,
		@Nullable Gate quota, @Nullable Long fastest) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	static ExchangeAnswer parse(String json) {
		return MAPPER.readValue(json, ExchangeAnswer.class);
	}

	SlotGrants grants(SlotRequest request) {
		List<TargetGrant> grants = new ArrayList<>();
		if (this.targets != null) {
			for (int i = 0; i < this.targets.size(); i++) {
				grants.add(this.targets.get(i).grant(request.targets().get(i).target()));
			}
		}
		return new SlotGrants(this.epoch, this.forgotten, grants, fleet());
	}

	private Fleet fleet() {
		return new Fleet(optional(this.opensIn), this.waiting, this.instances,
				new RecentCalls(durations(this.recent), this.callsPerAge), state(this.operation), state(this.quota),
				optional(this.fastest));
	}

	private static List<Duration> durations(@Nullable List<Long> micros) {
		return (micros != null) ? micros.stream().map(ExchangeAnswer::duration).toList() : List.of();
	}

	private static Duration duration(long micros) {
		return Duration.of(micros, ChronoUnit.MICROS);
	}

	private static @Nullable Duration optional(@Nullable Long micros) {
		return (micros != null) ? duration(micros) : null;
	}

	private static @Nullable GateState state(@Nullable Gate gate) {
		return (gate != null) ? new GateState(duration(gate.closedFor()), duration(gate.opensIn())) : null;
	}

	/** Slots of a target. */
	record Grant(@Nullable List<Long> openings, boolean probe, @Nullable Long opensIn, @Nullable Gate gate) {

		TargetGrant grant(String target) {
			return new TargetGrant(target, durations(this.openings), this.probe, optional(this.opensIn),
					state(this.gate));
		}

	}

	/** Closed gate. */
	record Gate(long closedFor, long opensIn) {
	}

}
