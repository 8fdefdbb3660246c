/**
 * Actions of cards as records.
 */
@NullMarked
package io.ephemeral.feishu.action;

import org.jspecify.annotations.NullMarked;
