/**
 * The app's own bot, as it appears in chats.
 */
@NullMarked
package io.ephemeral.feishu.bot;

import org.jspecify.annotations.NullMarked;
