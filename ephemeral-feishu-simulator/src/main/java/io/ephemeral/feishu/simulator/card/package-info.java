/**
 * Strict reading of cards, as the platform reads them, with their languages. Internal:
 * public types serve the other packages of the simulator only.
 */
@NullMarked
package io.ephemeral.feishu.simulator.card;

import org.jspecify.annotations.NullMarked;
