package io.ephemeral.feishu.ephemeral;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Summary of the pending expiries, including deletions in progress.
 *
 * @param count number of cards
 * @param next time of the next deletion or of its next attempt; null without cards
 */
public record PendingExpiries(int count, @Nullable Instant next) {
}
