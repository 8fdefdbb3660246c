/**
 * Where ephemeral cards may be shown: in ordinary groups, and there outside of threads.
 */
@NullMarked
package io.ephemeral.feishu.chat;

import org.jspecify.annotations.NullMarked;
