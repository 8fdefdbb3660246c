/**
 * Limits of the platform: exact sliding windows, fair waiting and gates that refusals of
 * the platform close. This package does not use HTTP.
 */
@NullMarked
package io.ephemeral.feishu.limit;

import org.jspecify.annotations.NullMarked;
