/**
 * Code of the application around its handlers: interceptors, and handlers of exceptions.
 */
@NullMarked
package io.ephemeral.feishu.callback.around;

import org.jspecify.annotations.NullMarked;
