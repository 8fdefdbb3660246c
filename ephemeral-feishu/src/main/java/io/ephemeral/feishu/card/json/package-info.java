/**
 * JSON of cards: its mapper and the places in it. This package is internal.
 */
@NullMarked
package io.ephemeral.feishu.card.json;

import org.jspecify.annotations.NullMarked;
