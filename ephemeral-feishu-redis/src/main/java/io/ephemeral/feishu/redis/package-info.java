/**
 * What the instances of an application share over Redis.
 */
@NullMarked
package io.ephemeral.feishu.redis;

import org.jspecify.annotations.NullMarked;
