/**
 * Publication: one private card becomes one public card, however often its button is
 * clicked.
 */
@NullMarked
package io.ephemeral.feishu.publish;

import org.jspecify.annotations.NullMarked;
