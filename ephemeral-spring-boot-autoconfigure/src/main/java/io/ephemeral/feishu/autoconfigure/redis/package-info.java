/**
 * Auto-configuration of what instances share over Redis.
 */
@NullMarked
package io.ephemeral.feishu.autoconfigure.redis;

import org.jspecify.annotations.NullMarked;
