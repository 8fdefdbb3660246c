/**
 * Events of the platform, such as a message to the bot, and their listener.
 */
@NullMarked
package io.ephemeral.feishu.event;

import org.jspecify.annotations.NullMarked;
