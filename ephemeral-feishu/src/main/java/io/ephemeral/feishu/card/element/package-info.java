/**
 * The elements of a typed card. They do not know the card around them.
 */
@NullMarked
package io.ephemeral.feishu.card.element;

import org.jspecify.annotations.NullMarked;
