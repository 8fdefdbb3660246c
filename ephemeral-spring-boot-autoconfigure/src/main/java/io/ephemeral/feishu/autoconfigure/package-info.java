/**
 * Auto-configuration of the Feishu client: tokens, calls, cards, expiry and the bot.
 */
@NullMarked
package io.ephemeral.feishu.autoconfigure;

import org.jspecify.annotations.NullMarked;
