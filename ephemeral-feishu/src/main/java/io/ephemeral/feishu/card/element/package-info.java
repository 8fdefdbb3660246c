/**
 * Components of a typed card. They do not depend on the card that contains them.
 */
@NullMarked
package io.ephemeral.feishu.card.element;

import org.jspecify.annotations.NullMarked;
