/**
 * Events of the platform, such as a message that the bot has received, with the listener
 * that receives them.
 */
@NullMarked
package io.ephemeral.feishu.event;

import org.jspecify.annotations.NullMarked;
