/**
 * Seals of actions in cards: made when a card is sent, opened before a handler runs.
 */
@NullMarked
package io.ephemeral.feishu.seal;

import org.jspecify.annotations.NullMarked;
