/**
 * Calls of the Feishu API, with filters, retries, deadlines and outcomes.
 */
@NullMarked
package io.ephemeral.feishu.client;

import org.jspecify.annotations.NullMarked;
