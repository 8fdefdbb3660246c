/**
 * Flows of several forms that one person answers in turn.
 */
@NullMarked
package io.ephemeral.feishu.flow;

import org.jspecify.annotations.NullMarked;
