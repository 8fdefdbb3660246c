/**
 * Publication of the outcome of an ephemeral card as one public card, regardless of the
 * number of clicks.
 */
@NullMarked
package io.ephemeral.feishu.publish;

import org.jspecify.annotations.NullMarked;
