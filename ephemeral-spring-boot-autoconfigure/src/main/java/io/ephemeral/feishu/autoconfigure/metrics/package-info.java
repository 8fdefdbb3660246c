/**
 * Auto-configuration of metrics.
 */
@NullMarked
package io.ephemeral.feishu.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
