/**
 * Exchange of slots: what the instances of an application and the store of their limits
 * send to each other, and the exchange in memory, which is the reference for others.
 */
@NullMarked
package io.ephemeral.feishu.limit.exchange;

import org.jspecify.annotations.NullMarked;
