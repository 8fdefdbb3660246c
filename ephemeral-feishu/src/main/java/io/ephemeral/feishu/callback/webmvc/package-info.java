/**
 * Callbacks in an application with servlets.
 */
@NullMarked
package io.ephemeral.feishu.callback.webmvc;

import org.jspecify.annotations.NullMarked;
