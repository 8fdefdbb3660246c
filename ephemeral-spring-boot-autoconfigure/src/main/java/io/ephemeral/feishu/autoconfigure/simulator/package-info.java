/**
 * Auto-configuration of the simulator, a local Feishu in place of the platform.
 */
@NullMarked
package io.ephemeral.feishu.autoconfigure.simulator;

import org.jspecify.annotations.NullMarked;
