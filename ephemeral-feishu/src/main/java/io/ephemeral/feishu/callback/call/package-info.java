/**
 * Calls of code of the application, and the errors that it throws (internal).
 */
@NullMarked
package io.ephemeral.feishu.callback.call;

import org.jspecify.annotations.NullMarked;
