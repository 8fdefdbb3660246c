/**
 * Calls of the Feishu API: the order of the filters, the reading of results, the errors.
 */
@NullMarked
package io.ephemeral.feishu.client;

import org.jspecify.annotations.NullMarked;
