/**
 * Operations of the platform over HTTP, with their limits and faults. Internal: public
 * types serve the other packages of the simulator only.
 */
@NullMarked
package io.ephemeral.feishu.simulator.api;

import org.jspecify.annotations.NullMarked;
