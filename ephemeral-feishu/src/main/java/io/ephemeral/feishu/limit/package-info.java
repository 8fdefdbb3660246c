/**
 * Permits: exact limits, fair waiting, and slots of this instance or of all instances.
 * This package does not use HTTP.
 */
@NullMarked
package io.ephemeral.feishu.limit;

import org.jspecify.annotations.NullMarked;
