/**
 * Cards: typed ones, templates of the card builder, and any JSON.
 */
@NullMarked
package io.ephemeral.feishu.card;

import org.jspecify.annotations.NullMarked;
