package io.ephemeral.feishu.auth;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

/**
 * Request for a token.
 *
 * @param tenant the tenant for which a store app acts; null for a self-built app
 * @param instead the token that is to be replaced, because it nears its end or was
 * refused; a source that keeps tokens must not give it again. Null if there is none
 */
public record TokenRequest(@Nullable TenantKey tenant, @Nullable TenantToken instead) {
}
