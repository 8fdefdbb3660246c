/**
 * Forms that are created from records.
 */
@NullMarked
package io.ephemeral.feishu.form;

import org.jspecify.annotations.NullMarked;
