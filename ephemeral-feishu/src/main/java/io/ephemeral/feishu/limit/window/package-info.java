/**
 * Windows that count calls, gates that block them, and the times of the exchange
 * (internal).
 */
@NullMarked
package io.ephemeral.feishu.limit.window;

import org.jspecify.annotations.NullMarked;
