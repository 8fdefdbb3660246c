/**
 * Ids and errors that all parts of the library share.
 */
@NullMarked
package io.ephemeral.feishu;

import org.jspecify.annotations.NullMarked;
