/**
 * Limits, tokens, tickets, expiries and answers that instances share over Redis.
 */
@NullMarked
package io.ephemeral.feishu.redis;

import org.jspecify.annotations.NullMarked;
