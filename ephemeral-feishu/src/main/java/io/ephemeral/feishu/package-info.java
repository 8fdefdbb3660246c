/**
 * Ids and errors that every part of the library shares.
 */
@NullMarked
package io.ephemeral.feishu;

import org.jspecify.annotations.NullMarked;
