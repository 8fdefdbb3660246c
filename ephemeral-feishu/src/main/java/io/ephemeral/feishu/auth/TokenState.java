package io.ephemeral.feishu.auth;

import java.time.Instant;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

/**
 * State of a token in this instance of the application, without the token.
 *
 * @param tenant tenant whose token it is; null for the app's own
 * @param expiresAt end of the token that serves; null if none does
 * @param renewing whether a request for another token is under way
 * @param failures number of requests in a row that gave no other token
 */
public record TokenState(@Nullable TenantKey tenant, @Nullable Instant expiresAt, boolean renewing, int failures) {
}
