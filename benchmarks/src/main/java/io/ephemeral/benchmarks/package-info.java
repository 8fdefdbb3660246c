/**
 * Programs that print figures, always side by side with a peer in one run.
 */
@NullMarked
package io.ephemeral.benchmarks;

import org.jspecify.annotations.NullMarked;
