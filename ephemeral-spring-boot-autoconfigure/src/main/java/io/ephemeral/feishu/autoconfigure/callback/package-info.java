/**
 * Auto-configuration of callbacks: keys, handlers, listeners and the route.
 */
@NullMarked
package io.ephemeral.feishu.autoconfigure.callback;

import org.jspecify.annotations.NullMarked;
