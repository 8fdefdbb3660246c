package io.ephemeral.feishu.commit;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Call that waits for a commit.
 *
 * @param operation kind of the call
 * @param call the call
 * @param parent observation in which the call was requested; null for none
 */
record DeferredCall(String operation, Mono<Void> call, @Nullable Observation parent) {
}
