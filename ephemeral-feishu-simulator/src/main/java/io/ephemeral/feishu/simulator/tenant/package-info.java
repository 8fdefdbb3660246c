/**
 * State of the simulated platform: apps, tenants, chats, messages, tokens and refusals.
 * Internal: public types serve the other packages of the simulator only.
 */
@NullMarked
package io.ephemeral.feishu.simulator.tenant;

import org.jspecify.annotations.NullMarked;
