/**
 * Typed cards, templates of the card builder, and cards with any JSON.
 */
@NullMarked
package io.ephemeral.feishu.card;

import org.jspecify.annotations.NullMarked;
