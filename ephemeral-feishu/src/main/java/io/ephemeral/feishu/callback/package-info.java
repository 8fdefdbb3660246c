/**
 * What the platform sends to an application: clicks on cards, messages and other events.
 */
@NullMarked
package io.ephemeral.feishu.callback;

import org.jspecify.annotations.NullMarked;
