/**
 * Obtaining, refreshing and attaching tenant access tokens.
 */
@NullMarked
package io.ephemeral.feishu.auth;

import org.jspecify.annotations.NullMarked;
