/**
 * A page that sends cards to one member of a group.
 */
@NullMarked
package io.ephemeral.sample;

import org.jspecify.annotations.NullMarked;
