package io.ephemeral.feishu.redis;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ephemeral.feishu.limit.exchange.SlotRequest;
import io.ephemeral.feishu.limit.exchange.SlotRequest.ProbeEnd;
import io.ephemeral.feishu.limit.rate.RateWindow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Argument of the script, as JSON. All times are in microseconds. The names of targets
 * are hidden, because a target can be the address of a person.
 *
 * @param newEpoch epoch if Redis has no state of the operation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExchangeRequest(String instance, List<String> formerIds, @Nullable String epoch, String newEpoch, long awayFor,
		long headroom, long lookAhead, long lease, List<Window> app, List<Window> target, List<Report> targets,
		List<Refusal> refusals, @Nullable Long fastest) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	/** Practically unlimited, and exact as a number of the script. */
	private static final long LONGEST = TimeUnit.DAYS.toMicros(36_500);

	static ExchangeRequest of(SlotRequest request) {
		SlotRequest.Instance instance = request.instance();
		SlotRequest.Terms terms = request.terms();
		return new ExchangeRequest(instance.id(), instance.formerIds(), instance.epoch(), UUID.randomUUID().toString(),
				micros(instance.awayFor()), micros(terms.headroom()), micros(terms.lookAhead()), micros(terms.lease()),
				windows(request.limits().app()), windows(request.limits().target()),
				request.targets().stream().map(Report::of).toList(),
				request.refusals().stream().map(Refusal::of).toList(), optionalMicros(request.fastest()));
	}

	String json() {
		return MAPPER.writeValueAsString(this);
	}

	private static List<Window> windows(List<RateWindow> windows) {
		return windows.stream().map((window) -> new Window(window.calls(), micros(window.length()))).toList();
	}

	private static long micros(Duration duration) {
		return Math.min(LONGEST, TimeUnit.MICROSECONDS.convert(duration));
	}

	private static @Nullable Long optionalMicros(@Nullable Duration duration) {
		return (duration != null) ? micros(duration) : null;
	}

	/** Returns the name of a target in the script; empty for no target. */
	private static String hidden(String target) {
		return target.isEmpty() ? "" : RedisKeys.hidden(target);
	}

	/** Limit window. */
	record Window(int calls, long length) {
	}

	/** Report of calls to a target, and the wish for slots. Zeros are absent. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Report(String target, @JsonInclude(JsonInclude.Include.NON_DEFAULT) int interactive,
			@JsonInclude(JsonInclude.Include.NON_DEFAULT) int bulk,
			@JsonInclude(JsonInclude.Include.NON_DEFAULT) int givenBack,
			@JsonInclude(JsonInclude.Include.NON_DEFAULT) int heldAnew,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> arrivals, @Nullable ProbeEnd probe) {

		static Report of(SlotRequest.TargetReport report) {
			return new Report(hidden(report.target()), report.interactive(), report.bulk(), report.givenBack(),
					report.heldAnew(), report.arrivals().stream().map(ExchangeRequest::micros).toList(),
					report.probe());
		}

	}

	/** Refusal of a call by a rate limit of the platform. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Refusal(String scope, String target, @Nullable Long retryAfter, boolean probe) {

		static Refusal of(SlotRequest.Refusal refusal) {
			return new Refusal(refusal.scope().name(), hidden(refusal.target()), optionalMicros(refusal.retryAfter()),
					refusal.probe());
		}

	}

}
