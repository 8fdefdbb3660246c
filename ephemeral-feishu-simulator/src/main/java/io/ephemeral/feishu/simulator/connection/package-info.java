/**
 * Long connections of the application: frames, tickets and open WebSockets. Internal:
 * public types serve the other packages of the simulator only.
 */
@NullMarked
package io.ephemeral.feishu.simulator.connection;

import org.jspecify.annotations.NullMarked;
