/**
 * Auto-configuration of what instances share in a relational database.
 */
@NullMarked
package io.ephemeral.feishu.autoconfigure.jdbc;

import org.jspecify.annotations.NullMarked;
