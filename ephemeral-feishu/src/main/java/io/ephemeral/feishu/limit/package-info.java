/**
 * As many calls as the platform takes, and none more: exact sliding windows, fair waiting
 * and gates that the platform's refusals close. There is no HTTP here.
 */
@NullMarked
package io.ephemeral.feishu.limit;

import org.jspecify.annotations.NullMarked;
