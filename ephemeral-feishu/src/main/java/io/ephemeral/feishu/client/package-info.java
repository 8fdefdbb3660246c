/**
 * Calls of the Feishu API: filters in their order, retries, deadlines, results.
 */
@NullMarked
package io.ephemeral.feishu.client;

import org.jspecify.annotations.NullMarked;
