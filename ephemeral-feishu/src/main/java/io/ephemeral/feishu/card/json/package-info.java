/**
 * JSON of the card model: each record is learned once, and then read and written. The
 * engine knows no component, only their annotations. This package is internal.
 */
@NullMarked
package io.ephemeral.feishu.card.json;

import org.jspecify.annotations.NullMarked;
