/**
 * Values of the properties of a card, such as colors, lengths and alignments, with the
 * checks of properties. They contain no components.
 */
@NullMarked
package io.ephemeral.feishu.card.style;

import org.jspecify.annotations.NullMarked;
