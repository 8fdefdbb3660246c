/**
 * Public cards, which all members of a chat see.
 */
@NullMarked
package io.ephemeral.feishu.group;

import org.jspecify.annotations.NullMarked;
