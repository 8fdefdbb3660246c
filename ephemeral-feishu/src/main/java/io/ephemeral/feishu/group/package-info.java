/**
 * Cards that everybody in a chat sees, and the way from a private card to a public one.
 */
@NullMarked
package io.ephemeral.feishu.group;

import org.jspecify.annotations.NullMarked;
