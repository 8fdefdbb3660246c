/**
 * Answers that the instances of an application remember together, so that one of them
 * handles a callback.
 */
@NullMarked
package io.ephemeral.feishu.callback.answer;

import org.jspecify.annotations.NullMarked;
