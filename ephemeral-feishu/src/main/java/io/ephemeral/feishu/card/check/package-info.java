/**
 * Checks of a card as a tree, one class for each kind of rule. This package is internal.
 */
@NullMarked
package io.ephemeral.feishu.card.check;

import org.jspecify.annotations.NullMarked;
