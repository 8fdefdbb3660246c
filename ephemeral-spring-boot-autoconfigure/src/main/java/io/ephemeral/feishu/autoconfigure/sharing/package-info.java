/**
 * State of the limits that instances share, and the failure to set sharing up.
 */
@NullMarked
package io.ephemeral.feishu.autoconfigure.sharing;

import org.jspecify.annotations.NullMarked;
