/**
 * Java source of cards: {@link io.ephemeral.feishu.card.source.CardSource} writes the
 * code that builds a given card, and {@link io.ephemeral.feishu.card.source.CardDraft}
 * reads a card that is being written.
 */
@NullMarked
package io.ephemeral.feishu.card.source;

import org.jspecify.annotations.NullMarked;
