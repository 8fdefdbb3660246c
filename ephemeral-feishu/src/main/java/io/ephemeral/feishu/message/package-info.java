/**
 * Public messages in a chat, and messages to one person: calls of the platform and texts.
 */
@NullMarked
package io.ephemeral.feishu.message;

import org.jspecify.annotations.NullMarked;
