/**
 * Errors of calls: refusals of the platform and their meanings, failed connections and
 * unknown outcomes.
 */
@NullMarked
package io.ephemeral.feishu.error;

import org.jspecify.annotations.NullMarked;
