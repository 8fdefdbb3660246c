/**
 * Reading and writing of the card model as JSON. The structure of each record is
 * determined once. The package knows the annotations of components, but not the
 * components. This package is internal.
 */
@NullMarked
package io.ephemeral.feishu.card.json;

import org.jspecify.annotations.NullMarked;
