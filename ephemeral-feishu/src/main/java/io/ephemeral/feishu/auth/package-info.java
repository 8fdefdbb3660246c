/**
 * The life of a tenant access token, and the filter that attaches it.
 */
@NullMarked
package io.ephemeral.feishu.auth;

import org.jspecify.annotations.NullMarked;
