/**
 * Events and callbacks, from their JSON to the requests to the application. Internal:
 * public types serve the other packages of the simulator only.
 */
@NullMarked
package io.ephemeral.feishu.simulator.event;

import org.jspecify.annotations.NullMarked;
