/**
 * What the instances of an application share in a relational database.
 */
@NullMarked
package io.ephemeral.feishu.jdbc;

import org.jspecify.annotations.NullMarked;
