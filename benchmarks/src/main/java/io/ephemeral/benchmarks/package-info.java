/**
 * Benchmarks, which compare the library with other programs in the same run and print
 * figures.
 */
@NullMarked
package io.ephemeral.benchmarks;

import org.jspecify.annotations.NullMarked;
