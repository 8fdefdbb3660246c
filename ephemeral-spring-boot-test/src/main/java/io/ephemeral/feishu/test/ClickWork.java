package io.ephemeral.feishu.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ephemeral.feishu.card.RawCard;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Work for one click: that of the handler, then perhaps that after its reply.
 */
final class ClickWork {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Map<Observation.Context, Sinks.One<Optional<Throwable>>> ends = Collections
		.synchronizedMap(new LinkedHashMap<>());

	private volatile @Nullable RawCard later;

	void start(Observation.Context context) {
		this.ends.put(context, Sinks.one());
	}

	void stop(Observation.Context context) {
		Sinks.One<Optional<Throwable>> end = this.ends.get(context);
		if (end != null) {
			end.tryEmitValue(Optional.ofNullable(context.getError()));
		}
	}

	void show(RawCard card) {
		this.later = card;
	}

	/** Returns the card of a late update; null without one. */
	@Nullable RawCard later() {
		return this.later;
	}

	boolean ranAfterwards() {
		return this.ends.size() > 1;
	}

	/**
	 * Waits for the end of the work after the reply.
	 * @return the failure of the handler; null if there is none
	 * @throws IllegalStateException if the work after the reply fails, or has not ended
	 * after 10 seconds
	 */
	@Nullable Throwable await() {
		List<Optional<Throwable>> failures = new ArrayList<>();
		for (Sinks.One<Optional<Throwable>> end : List.copyOf(this.ends.values())) {
			failures.add(end.asMono()
				.timeout(PATIENCE,
						Mono.error(() -> new IllegalStateException(
								"The work for the click has not ended after " + PATIENCE.toSeconds() + " seconds")))
				.blockOptional()
				.orElseThrow());
		}
		failures.stream().skip(1).flatMap(Optional::stream).findFirst().ifPresent((failure) -> {
			throw new IllegalStateException("The work after the reply failed", failure);
		});
		return failures.stream().findFirst().flatMap((failure) -> failure).orElse(null);
	}

}
