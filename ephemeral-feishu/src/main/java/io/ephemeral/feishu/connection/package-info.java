/**
 * Long connection, over which a self-built app receives events and clicks without a
 * public address.
 */
@NullMarked
package io.ephemeral.feishu.connection;

import org.jspecify.annotations.NullMarked;
