/**
 * Callbacks of the platform: verification, reading, handlers of clicks and responses.
 */
@NullMarked
package io.ephemeral.feishu.callback;

import org.jspecify.annotations.NullMarked;
