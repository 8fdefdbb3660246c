/**
 * Chats that support ephemeral cards: ordinary groups, outside of threads.
 */
@NullMarked
package io.ephemeral.feishu.chat;

import org.jspecify.annotations.NullMarked;
