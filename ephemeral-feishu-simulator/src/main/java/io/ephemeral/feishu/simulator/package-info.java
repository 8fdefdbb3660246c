/**
 * A Feishu on a local port, for tests and development.
 */
@NullMarked
package io.ephemeral.feishu.simulator;

import org.jspecify.annotations.NullMarked;
