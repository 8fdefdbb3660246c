/**
 * Local Feishu for tests and development. The other packages, except {@code junit}, are
 * internal.
 */
@NullMarked
package io.ephemeral.feishu.simulator;

import org.jspecify.annotations.NullMarked;
