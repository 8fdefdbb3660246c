/**
 * Cards that everybody in a chat sees.
 */
@NullMarked
package io.ephemeral.feishu.group;

import org.jspecify.annotations.NullMarked;
