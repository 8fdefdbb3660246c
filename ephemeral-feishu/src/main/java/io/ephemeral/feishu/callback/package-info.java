/**
 * Callbacks of the platform: verification, reading, handlers of clicks, responses.
 */
@NullMarked
package io.ephemeral.feishu.callback;

import org.jspecify.annotations.NullMarked;
