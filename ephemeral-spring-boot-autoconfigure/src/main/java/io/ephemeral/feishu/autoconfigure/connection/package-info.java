/**
 * Auto-configuration of the long connection.
 */
@NullMarked
package io.ephemeral.feishu.autoconfigure.connection;

import org.jspecify.annotations.NullMarked;
