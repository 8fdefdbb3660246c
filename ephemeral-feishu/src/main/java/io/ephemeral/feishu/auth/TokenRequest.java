package io.ephemeral.feishu.auth;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

/**
 * Request for a tenant access token.
 *
 * @param tenant the tenant for which a store app acts; null for a self-built app
 * @param instead token to replace, because it is about to expire or was refused; a source
 * that stores tokens must not return this token again. Null if there is none
 */
public record TokenRequest(@Nullable TenantKey tenant, @Nullable TenantToken instead) {
}
