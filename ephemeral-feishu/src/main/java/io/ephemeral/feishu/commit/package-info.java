/**
 * Calls that leave when the transaction of the application has committed. Spring's
 * support of transactions is optional.
 */
@NullMarked
package io.ephemeral.feishu.commit;

import org.jspecify.annotations.NullMarked;
