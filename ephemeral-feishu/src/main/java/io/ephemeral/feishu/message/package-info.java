/**
 * Messages that everybody in a chat sees, or one person in a private chat: the platform's
 * calls for them, and texts.
 */
@NullMarked
package io.ephemeral.feishu.message;

import org.jspecify.annotations.NullMarked;
