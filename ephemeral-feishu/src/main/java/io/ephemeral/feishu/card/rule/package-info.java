/**
 * Rules for cards with their evidence, and the violations that a check finds.
 */
@NullMarked
package io.ephemeral.feishu.card.rule;

import org.jspecify.annotations.NullMarked;
