/**
 * Types whose values are read from JSON, and written as JSON: records, data classes of
 * Kotlin, and other classes with one constructor (internal).
 */
@NullMarked
package io.ephemeral.feishu.binding;

import org.jspecify.annotations.NullMarked;
