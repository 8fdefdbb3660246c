package io.ephemeral.feishu.ephemeral;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Cards that are to be deleted, those that are being deleted included.
 *
 * @param count number of cards
 * @param next time at which the next one is deleted, or tried again; null without cards
 */
public record PendingExpiries(int count, @Nullable Instant next) {
}
