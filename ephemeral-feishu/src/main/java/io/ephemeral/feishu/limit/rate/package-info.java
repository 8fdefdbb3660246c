/**
 * Limits of the platform, their use, and the gates that refusals close, as values.
 */
@NullMarked
package io.ephemeral.feishu.limit.rate;

import org.jspecify.annotations.NullMarked;
