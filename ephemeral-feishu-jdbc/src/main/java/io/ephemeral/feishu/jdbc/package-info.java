/**
 * Expiries and answers that instances share in a relational database.
 */
@NullMarked
package io.ephemeral.feishu.jdbc;

import org.jspecify.annotations.NullMarked;
