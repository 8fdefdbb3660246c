/**
 * Sample with a page that sends cards to one member of a group, and a bot.
 */
@NullMarked
package io.ephemeral.sample;

import org.jspecify.annotations.NullMarked;
