/**
 * Rules of cards, with the evidence of each, and what a check of a card finds.
 */
@NullMarked
package io.ephemeral.feishu.card.rule;

import org.jspecify.annotations.NullMarked;
