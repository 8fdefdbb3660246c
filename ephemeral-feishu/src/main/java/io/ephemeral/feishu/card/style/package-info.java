/**
 * Values of card properties, such as colors, lengths and alignments, and checks of single
 * properties. The package does not depend on components.
 */
@NullMarked
package io.ephemeral.feishu.card.style;

import org.jspecify.annotations.NullMarked;
