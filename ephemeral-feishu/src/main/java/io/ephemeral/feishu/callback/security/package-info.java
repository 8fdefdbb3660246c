/**
 * The user who clicked as the authenticated user of Spring Security, which is optional.
 */
@NullMarked
package io.ephemeral.feishu.callback.security;

import org.jspecify.annotations.NullMarked;
