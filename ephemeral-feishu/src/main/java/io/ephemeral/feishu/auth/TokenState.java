package io.ephemeral.feishu.auth;

import java.time.Instant;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

/**
 * State of a token in this instance of the application, without the token.
 *
 * @param tenant tenant of the token; null for the app's own token
 * @param expiresAt expiry of the current token; null if there is none
 * @param renewing whether a request for another token is in progress
 * @param failures number of successive requests that returned no other token
 */
public record TokenState(@Nullable TenantKey tenant, @Nullable Instant expiresAt, boolean renewing, int failures) {
}
