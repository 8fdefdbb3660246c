/**
 * Ephemeral cards, which one member of a group sees.
 */
@NullMarked
package io.ephemeral.feishu.ephemeral;

import org.jspecify.annotations.NullMarked;
