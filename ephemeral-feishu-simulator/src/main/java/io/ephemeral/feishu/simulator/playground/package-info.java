/**
 * Playground of the simulator: what an application's library knows about a pasted card.
 */
@NullMarked
package io.ephemeral.feishu.simulator.playground;

import org.jspecify.annotations.NullMarked;
